using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class YearModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public int? Annee { get; set; }
    [BindProperty] public PlanYear.Command Input { get; set; } = new();

    public PlanYear.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new PlanYear.Form(Annee));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        var changed = await Send(Input);
        return To($"~/reunions/calendrier{(Annee is { } year ? $"?annee={year}" : "")}", changed == 0 ? "Rien n’a changé." : French.Count(changed, "date enregistrée.", "dates enregistrées."));
    }
}
