using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Reminding;

/// <summary>What a reminder says of a commitment, and who stands on its ladder.</summary>
internal sealed record Ladder(Guid Id, string Title, CommitmentState State, DateOnly? OpenDueOn, DateOnly? NextNewsDueOn, DateOnly? LastNewsOn, DateOnly? AliveSince, Guid? ReferentId, Guid? FacilitatorId, Guid? CoalitionId, Guid? LeadId)
{
    public IReadOnlyList<Guid> Referents => ReferentId is { } id ? [id] : [];
    public IReadOnlyList<Guid> Facilitators { get; init; } = [];
    public IReadOnlyList<Guid> Elected { get; init; } = [];

    /// <summary>"sans nouvelles depuis 4 mois", "une nouvelle est attendue pour le 12 mars"</summary>
    public string? News(DateOnly today) => NextNewsDueOn is not { } due ? null
        : due < today ? "sans nouvelles depuis " + French.Span(LastNewsOn > AliveSince ? LastNewsOn.Value : AliveSince!.Value, today)
        : $"une nouvelle est attendue pour le {French.DayAndMonth(due)}";

    /// <summary>"échéance dans 7 jours, le 12 mars 2027"</summary>
    public string? Due(DateOnly today) => OpenDueOn is not { } due ? null
        : due < today ? $"échéance passée depuis {French.Span(due, today)}, le {French.Date(due)}"
        : due == today ? "l’échéance est aujourd’hui" : $"échéance {French.Ago(due, today)}, le {French.Date(due)}";
}

internal sealed class CommitmentLadders(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Three queries, however many they are.</summary>
    public async Task<IReadOnlyList<Ladder>> Of(IQueryable<Commitment> which, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        var found = await which.OrderBy(c => c.Id).Select(c => new Ladder(c.Id, c.Title, c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.AliveSince, c.ReferentId, c.FacilitatorId, c.CoalitionId,
            c.Holders.OrderByDescending(h => h.IsLead).Select(h => (Guid?)h.OrganisationId).FirstOrDefault())).ToListAsync(ct);
        var coalitions = found.Select(c => c.CoalitionId).OfType<Guid>().Distinct().ToList();
        var terms = coalitions.Count == 0 ? [] : await CoalitionFacilitator.On(db, today).Where(f => coalitions.Contains(f.CoalitionId) && f.PersonId != null)
            .Select(f => new { f.CoalitionId, Person = f.PersonId!.Value }).ToListAsync(ct);
        var speakers = await mediator.Send(new SpeakersOf.Query([.. found.Select(c => c.LeadId).OfType<Guid>().Distinct()]), ct);
        return found.ConvertAll(c => c with
        {
            Facilitators = c.FacilitatorId is { } own ? [own] : [.. terms.Where(t => t.CoalitionId == c.CoalitionId).Select(t => t.Person)],
            Elected = c.LeadId is { } lead ? [.. speakers[lead]] : [],
        });
    }
}
