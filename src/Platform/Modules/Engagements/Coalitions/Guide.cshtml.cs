using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class GuideModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public EditGuide.Command Launch { get; set; } = new();
    [BindProperty] public EditGuide.Command Commitment { get; set; } = new();
    [BindProperty] public EditGuide.Command Functioning { get; set; } = new();
    [BindProperty] public EditGuide.Command Support { get; set; } = new();
    /// <summary>The line that its button moves, from 0.</summary>
    [BindProperty] public int? Up { get; set; }
    [BindProperty] public int? Down { get; set; }

    protected internal override async Task Load()
    {
        var stored = await Send(new EditGuide.Form());
        // A form that was not sent shows what is stored.
        if (Launch.Lines.Count == 0) Launch = stored.Launch;
        if (Commitment.Lines.Count == 0) Commitment = stored.Commitment;
        if (Functioning.Lines.Count == 0) Functioning = stored.Functioning;
        if (Support.Lines.Count == 0) Support = stored.Support;
    }

    public IEnumerable<(string Name, string Title, string Help, EditGuide.Command Command)> Parts =>
    [
        (nameof(Launch), "Étapes du lancement", "Du premier contact au mode de fonctionnement.", Launch),
        (nameof(Commitment), "Étapes vers l’engagement", "De l’état des lieux à la feuille de route.", Commitment),
        (nameof(Functioning), "Questions sur le fonctionnement", "Chacun y répond sur sa fiche.", Functioning),
        (nameof(Support), "Appuis que propose la structure", "Ce que l’on peut lui demander, depuis une fiche.", Support),
    ];

    public Task<IActionResult> OnPostLaunchAsync() => Save(Launch, GuidePart.Launch);

    public Task<IActionResult> OnPostCommitmentAsync() => Save(Commitment, GuidePart.Commitment);

    public Task<IActionResult> OnPostFunctioningAsync() => Save(Functioning, GuidePart.Functioning);

    public Task<IActionResult> OnPostSupportAsync() => Save(Support, GuidePart.Support);

    private async Task<IActionResult> Save(EditGuide.Command command, GuidePart part)
    {
        command.Part = part;
        // The line and its neighbour change places; what was typed in any of them is saved with it.
        var at = Up ?? Down ?? -1;
        var to = Up is null ? at + 1 : at - 1;
        if (at >= 0 && at < command.Lines.Count && to >= 0 && to < command.Lines.Count) (command.Lines[at], command.Lines[to]) = (command.Lines[to], command.Lines[at]);
        await Send(command);
        return To("~/coalitions/guide", "Guide enregistré.");
    }
}
