using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class ConveneModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ConveneMeeting.Command Input { get; set; } = new();
    /// <summary>The meeting has moved: those who have answered are told too.</summary>
    [BindProperty(SupportsGet = true)] public bool Tous { get; set; }

    public ConveneMeeting.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new ConveneMeeting.Form(Id));

    protected override void Fill() => Input = Form.Command with { OnlySilent = Form.Command.OnlySilent && !Tous };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        return To($"~/reunions/{Id}", $"Convocation envoyée à {French.Count(await Send(Input), "personne", "personnes")}.");
    }
}
