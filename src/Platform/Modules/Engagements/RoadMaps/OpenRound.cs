using System.ComponentModel.DataAnnotations;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.RoadMaps;

/// <summary>Puts a version of the road map to the members of the day. Its text is proposed from what the coalition has promised, then frozen.</summary>
public static class OpenRound
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId) : IRequest<Answer>;

    public sealed record Answer(string Coalition, int Members, int Number, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid CoalitionId { get; set; }
        [Display(Name = "Feuille de route")] public string? Text { get; init; }
        [Display(Name = "Réponse attendue avant le")] public DateOnly? DueOn { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.Text).NotEmpty().WithMessage("Écrivez ce qui est proposé\u00a0: c’est ce texte que chacun validera.").MaximumLength(RoadMapRound.TextLength);
            RuleFor(c => c.DueOn).Must(on => on is null || on >= tenant.Space.Today(clock)).WithMessage("Cette date est passée.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentUser user, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Guid>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var name = await db.Set<Coalition>().Where(c => c.Id == form.CoalitionId).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            var members = await Members(form.CoalitionId).CountAsync(ct);
            var number = await db.Set<RoadMapRound>().Where(r => r.CoalitionId == form.CoalitionId).CountAsync(ct) + 1;
            return new(name, members, number, new() { Text = await Proposed(form.CoalitionId, ct), DueOn = tenant.Space.Today(clock).AddDays(21) });
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            // The coalition's version counts: of two versions opened at once, the second is told.
            var coalition = await db.ToChange(c.CoalitionId, x => x, ct);
            if (coalition.State == CoalitionState.Ended) throw new RuleViolation("roadmap.ended");
            var numbers = await db.Set<RoadMapRound>().Where(r => r.CoalitionId == c.CoalitionId).Select(r => new { r.Number, r.ClosedOn }).ToListAsync(ct);
            if (numbers.Exists(n => n.ClosedOn is null)) throw new RuleViolation("roadmap.open");
            var members = await Members(c.CoalitionId).ToListAsync(ct);
            return db.Add(new RoadMapRound(coalition, numbers.Select(n => n.Number).DefaultIfEmpty(0).Max() + 1, c.Text!, c.DueOn, tenant.Space.Today(clock), user.Name, members)).Entity.Id;
        }

        private IQueryable<Guid> Members(Guid coalitionId)
        {
            var today = tenant.Space.Today(clock);
            return db.Set<CoalitionMember>().Where(m => m.CoalitionId == coalitionId && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)).Select(m => m.OrganisationId);
        }

        private async Task<string?> Proposed(Guid coalitionId, CancellationToken ct)
        {
            var promises = await db.Set<Commitment>().Where(k => k.CoalitionId == coalitionId && k.State != CommitmentState.Abandoned && k.State != CommitmentState.Draft).OrderBy(k => k.DueKey).ThenBy(k => k.Id)
                .Select(k => new { k.Title, k.DueOn, Steps = k.Measures.Where(m => m.DroppedOn == null).OrderBy(m => m.Order).Select(m => new { m.Title, m.DueOn, m.DoneOn }).ToList() }).ToListAsync(ct);
            var text = new StringBuilder();
            foreach (var promise in promises)
            {
                text.Append(promise.Title).Append(promise.DueOn is { } due ? $" (pour le {French.Date(due)})" : "").Append('\n');
                foreach (var step in promise.Steps)
                    text.Append("– ").Append(step.Title).Append(step.DoneOn is { } done ? $" : fait le {French.Date(done)}" : step.DueOn is { } on ? $" : pour le {French.Date(on)}" : "").Append('\n');
            }
            return text.Length == 0 ? null : text.Length <= RoadMapRound.TextLength ? text.ToString().TrimEnd() : text.ToString(0, RoadMapRound.TextLength);
        }
    }
}
