using Platform.Modules.Engagements.Leads;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Leads;

/// <summary>What tests of leads arrange first.</summary>
internal static class Ideas
{
    public static Task<Guid> Idea(this World world, string title, Guid? sponsor = null, Guid? theme = null, DateOnly? raisedOn = null) => world.Fanny.Sends(
        new ProposeLead.Command { FormKey = Guid.NewGuid(), Title = title, SponsorId = sponsor, ThemeId = theme, RaisedOn = raisedOn ?? new DateOnly(2024, 3, 12) });

    /// <summary>Answers the first questions of the space, in their order.</summary>
    public static async Task Screen(this World world, Guid lead, params Verdict[] verdicts)
    {
        var form = (await world.Fanny.Sends(new ScreenLead.Form(lead))).Command;
        await world.Fanny.Sends(new ScreenLead.Command { LeadId = lead, Lines = [.. form.Lines.Take(verdicts.Length).Select((line, i) => line with { Verdict = verdicts[i] })] });
    }
}
