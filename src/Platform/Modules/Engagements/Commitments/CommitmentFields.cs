using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What the forms that log and change a commitment have in common.</summary>
public abstract record CommitmentFields
{
    [Display(Name = "Intitulé")] public string? Title { get; init; }
    [Display(Name = "Énoncé")] public string? Statement { get; init; }
    [Display(Name = "Organisations")] public List<Guid> Holders { get; init; } = [];
    [Display(Name = "Chef de file")] public Guid? LeadId { get; init; }
    [Display(Name = "Coalition")] public Guid? CoalitionId { get; init; }
    [Display(Name = "Début")] public DateOnly? StartsOn { get; init; }
    [Display(Name = "Échéance")] public DateOnly? DueOn { get; init; }
    [Display(Name = "Thème")] public Guid? ThemeId { get; init; }
    [Display(Name = "Axe")] public Guid? AxisId { get; init; }
    [Display(Name = "Objectifs visés")] public List<Guid> Objectives { get; init; } = [];
    [Display(Name = "Moyens")] public string? Means { get; init; }
    [Display(Name = "Visibilité")] public Visibility? Visibility { get; init; } = Commitments.Visibility.Internal;
    [Display(Name = "Rythme des nouvelles")] public int? CadenceDays { get; init; } = Commitment.UsualCadence;
    [Display(Name = "Référent")] public Guid? ReferentId { get; init; }
    [Display(Name = "Suivi par")] public Guid? FacilitatorId { get; init; }

    /// <summary>The holders with the lead first; a lead who was not ticked holds all the same.</summary>
    internal IReadOnlyList<Guid> HoldersInOrder => [.. LeadId is { } lead ? Holders.Prepend(lead).Distinct() : Holders.Distinct()];
}

internal class CommitmentFieldsValidator<T> : AbstractValidator<T> where T : CommitmentFields
{
    public CommitmentFieldsValidator()
    {
        RuleFor(c => c.Title).IsNameLine(Commitment.TitleLength);
        RuleFor(c => c.Statement).MaximumLength(Commitment.TextLength);
        RuleFor(c => c.Means).MaximumLength(Commitment.TextLength);
        RuleFor(c => c.Holders).Must((c, _) => c.HoldersInOrder.Count > 0 || c.CoalitionId is not null)
            .WithMessage("Qui s’engage ? Choisissez au moins une organisation, ou un groupe qui s’engage ensemble.");
        RuleFor(c => c.CoalitionId).Must((c, group) => group is null || c.HoldersInOrder.Count == 0)
            .WithMessage("Choisissez soit des organisations, soit un groupe : l’un des deux, pas les deux.");
        RuleFor(c => c.Holders).Must(h => h.Count <= 100).WithMessage("Au plus 100 organisations.");
        RuleFor(c => c.Objectives).Must(o => o.Count <= 50).WithMessage("Au plus 50.");
        RuleFor(c => c.DueOn).Must((c, due) => !(due < c.StartsOn)).WithMessage("L’échéance précède le début.");
        RuleFor(c => c.Visibility).NotNull().IsInEnum();
        RuleFor(c => c.CadenceDays).NotNull().InclusiveBetween(Commitment.ShortestCadence, Commitment.LongestCadence);
    }
}

/// <summary>Writes the fields into a commitment once every identifier has proved to be the space's own.</summary>
internal static class CommitmentWriting
{
    public static async Task Write(this CommitmentFields c, Commitment commitment, PlatformDb db, IMediator mediator, CancellationToken ct)
    {
        var holders = c.HoldersInOrder;
        var names = await mediator.Send(new NamesOf.Query([.. holders, c.ReferentId, c.FacilitatorId]), ct);
        if (!holders.All(id => names.TryGetValue(id, out var n) && !n.IsPerson)) throw Foreign(c, nameof(c.Holders));
        if (!IsPerson(c.ReferentId)) throw Foreign(c, nameof(c.ReferentId));
        if (!IsPerson(c.FacilitatorId)) throw Foreign(c, nameof(c.FacilitatorId));
        var theme = c.ThemeId is null ? null : await db.Set<Theme>().SingleOrDefaultAsync(t => t.Id == c.ThemeId, ct) ?? throw Foreign(c, nameof(c.ThemeId));
        if (c.CoalitionId is not null && !await db.Set<Coalition>().AnyAsync(x => x.Id == c.CoalitionId, ct)) throw Foreign(c, nameof(c.CoalitionId));
        var axes = c.Objectives.Count == 0 ? [] : await db.Set<Objective>().Where(o => c.Objectives.Contains(o.Id)).Select(o => new { o.Id, o.AxisId }).ToListAsync(ct);
        if (axes.Count != c.Objectives.Distinct().Count()) throw Foreign(c, nameof(c.Objectives));
        if (c.AxisId is not null && !await db.Set<Axis>().AnyAsync(a => a.Id == c.AxisId, ct)) throw Foreign(c, nameof(c.AxisId));

        // An axis that was the old theme's and was left alone follows the new theme.
        var chosen = c.AxisId == commitment.AxisId && c.ThemeId != commitment.ThemeId ? null : c.AxisId;
        c.Put(commitment, AxisOf(chosen, theme?.AxisId, axes.Select(o => o.AxisId)));
        // Who holds it is searched by its own words, see CommitmentSearch.
        await SearchTerms.Replace(db, SearchKind.Commitment, commitment.Id, [c.Title, c.Statement, commitment.Number.ToString()], ct);
        await TitleIndex.Replace(db, commitment.Id, c.Title!, ct);

        bool IsPerson(Guid? id) => id is null || (names.TryGetValue(id.Value, out var n) && n.IsPerson);
    }

    /// <summary>Chosen, or that of the theme, or the one axis under which all the objectives come.</summary>
    public static Guid? AxisOf(Guid? chosen, Guid? ofTheme, IEnumerable<Guid?> ofObjectives) =>
        chosen ?? ofTheme ?? (ofObjectives.Distinct().Take(2).ToList() is [var only] ? only : null);

    /// <summary>Writes fields whose identifiers are known to be the space's.</summary>
    public static void Put(this CommitmentFields c, Commitment commitment, Guid? axisId)
    {
        commitment.Describe(c.Title!, c.Statement, c.Means);
        commitment.HeldBy(c.HoldersInOrder, c.CoalitionId);
        commitment.Plan(c.StartsOn, c.DueOn, c.CadenceDays!.Value);
        commitment.Place(c.ThemeId, axisId, c.Objectives);
        commitment.FollowedBy(c.ReferentId, c.FacilitatorId);
        commitment.Show(c.Visibility!.Value);
    }

    /// <summary>Another space's identifier and one that exists nowhere read the same.</summary>
    public static Invalid Foreign(object command, string field) => new(command, field, "Choisissez dans la liste.");
}
