using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;

namespace Platform.Modules.Tenancy.Settings;

public sealed class ModulesModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveModules.Command Input { get; set; } = new();
    private SaveModules.Command stored = new();

    public IEnumerable<SelectListItem> Choices => SpaceModules.All.Select(m => new SelectListItem(m.Name, m.Code) { Group = new SelectListGroup { Name = m.Purpose } });

    protected internal override async Task Load() => stored = await Send(new SaveModules.Form());

    protected override void Fill() => Input = stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/parametres/modules", "Les modules sont enregistrés.");
    }
}
