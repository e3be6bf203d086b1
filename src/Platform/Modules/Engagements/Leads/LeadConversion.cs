using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Leads;

/// <summary>A lead becomes a commitment through the commitment's own form, filled from it.</summary>
internal static class LeadConversion
{
    /// <exception cref="NotFound">No such lead in the space.</exception>
    public static async Task Become(PlatformDb db, Guid leadId, Commitment commitment, DateOnly on, CancellationToken ct)
    {
        var lead = await db.Set<Lead>().AsTracking().SingleOrDefaultAsync(l => l.Id == leadId, ct) ?? throw new NotFound(nameof(Lead));
        lead.Become(commitment.Id, on);
    }
}

/// <summary>The commitment's form as a lead fills it: title, statement, theme, and the sponsor as holder when it is an organisation.</summary>
public static class ConvertLead
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Guid LeadId) : IRequest<Answer>;

    /// <param name="Born">What it has become already.</param>
    public sealed record Answer(int Number, string Title, LeadState State, ShowLead.Link? Born, LogCommitment.Command Command);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var lead = await db.Set<Lead>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == form.LeadId, ct) ?? throw new NotFound(nameof(Lead));
            var born = await db.Set<Commitment>().Where(c => c.Id == lead.CommitmentId).Select(c => new ShowLead.Link(c.Id, c.Number, c.Title)).SingleOrDefaultAsync(ct);
            return new(lead.Number, lead.Title, lead.State, born, new LogCommitment.Command
            {
                FormKey = Guid.CreateVersion7(), FromLeadId = lead.Id, Title = lead.Title, Statement = lead.Description, ThemeId = lead.ThemeId,
                Holders = lead.SponsorOrganisationId is { } holder ? [holder] : [], ReferentId = lead.SponsorPersonId,
            });
        }
    }
}
