using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

/// <summary>News, and the correction of news.</summary>
[Module(SpaceModules.Engagements), ReceivesFiles]
public sealed class GiveModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>The one to correct.</summary>
    [FromRoute] public Guid? Update { get; set; }
    [BindProperty] public GiveNews.Command Input { get; set; } = new();

    public GiveNews.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new GiveNews.Form(Id, Update));

    protected override void Fill() => Input = Form.Suggested;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.CorrectsId) = (Id, Update);
        await Send(Input);
        return To($"~/engagements/{Id}", Update is null ? "Merci : la nouvelle est enregistrée." : "Correction enregistrée : l’ancienne reste lisible, barrée.");
    }
}
