using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Tenancy.Settings;

[Menu(MenuGroup.Space, 60, "Paramètres", "~/parametres", "settings", Permission = TenancyPermissions.Settings)]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveBrand.Command Input { get; set; } = new();
    public SaveBrand.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new SaveBrand.Form());

    protected override void Fill() => Input = Shown.Current;

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/parametres", "L’identité de l’espace est enregistrée.");
    }

    public async Task<IActionResult> OnGetAccentAsync([FromQuery(Name = "Input.Accent")] string? accent) =>
        Partial("_Accent", await Send(new CheckAccent.Query(accent)));
}
