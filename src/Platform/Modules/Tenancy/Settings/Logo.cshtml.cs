using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Tenancy.Settings;

public sealed class LogoModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveLogo.Command Input { get; set; } = new();

    protected internal override Task Load() => Send(new SaveLogo.Form());

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/parametres/logo", Input.Remove ? "Le logo est retiré." : "Le logo est en place.");
    }
}
