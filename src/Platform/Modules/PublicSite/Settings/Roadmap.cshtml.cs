using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.PublicSite.Settings;

public sealed class RoadmapModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveRoadmap.Command Input { get; set; } = new();
    public SaveRoadmap.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new SaveRoadmap.Form());

    protected override void Fill() => Input = Shown.Current;

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/parametres/feuille-de-route", Input.HasRoadmap ? "La feuille de route est ouverte à tout le monde." : "La feuille de route est fermée\u00a0: ses pages ne répondent plus.");
    }
}
