using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Tenancy.Settings;

public sealed class LegalModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveLegal.Command Input { get; set; } = new();
    private SaveLegal.Command stored = new();

    protected internal override async Task Load() => stored = await Send(new SaveLegal.Form());

    protected override void Fill() => Input = stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/parametres/informations-legales", "Les informations légales sont publiées.");
    }
}
