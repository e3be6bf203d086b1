using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class AgendaModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditAgenda.Command Input { get; set; } = new();
    /// <summary>Save, and come back for more points.</summary>
    [BindProperty] public bool More { get; set; }

    public EditAgenda.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new EditAgenda.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To(More ? $"~/reunions/{Id}/points" : $"~/reunions/{Id}", "Ordre du jour enregistré.");
    }
}
