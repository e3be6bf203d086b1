using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Changes the sheet of a commitment. News given meanwhile is no conflict; another edition of the sheet is.</summary>
public static class EditCommitment
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Command>;

    [Needs(EngagementPermissions.Write)]
    public sealed record Command : CommitmentFields, ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }

        internal static Command From(Commitment c) => new()
        {
            Id = c.Id, Version = c.Edition, Title = c.Title, Statement = c.Statement, Means = c.Means, CoalitionId = c.CoalitionId,
            Holders = [.. c.Holders.Select(h => h.OrganisationId).Order()], LeadId = c.Holders.Count > 1 ? c.Holders.Find(h => h.IsLead)?.OrganisationId : null,
            Objectives = [.. c.Objectives.Select(o => o.ObjectiveId).Order()], ThemeId = c.ThemeId, AxisId = c.AxisId, StartsOn = c.StartsOn, DueOn = c.DueOn,
            CadenceDays = c.CadenceDays, Visibility = c.Visibility, ReferentId = c.ReferentId, FacilitatorId = c.FacilitatorId,
        };
    }

    internal sealed class Validator : CommitmentFieldsValidator<Command>;

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => Command.From(await Read(db, form.Id, ct));
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var commitment = await Read(db, c.Id, ct);
            // In the order in which what is stored is shown, or two equal lists would read as a difference.
            c.Holders.Sort();
            c.Objectives.Sort();
            if (commitment.Edition != c.Version) throw new Conflict(stored: Command.From(commitment), typed: c);
            await c.Write(commitment, db, mediator, ct);
            return Unit.Value;
        }
    }

    private static async Task<Commitment> Read(PlatformDb db, Guid id, CancellationToken ct) =>
        await db.Set<Commitment>().Include(c => c.Holders).Include(c => c.Objectives).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new NotFound(nameof(Commitment));
}
