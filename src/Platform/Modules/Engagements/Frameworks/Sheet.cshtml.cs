using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

[Module(SpaceModules.Frameworks)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetFramework.Sheet Sheet { get; private set; } = null!;

    protected internal override async Task Load() => Sheet = await Send(new GetFramework.Query(Id));

    public async Task<IActionResult> OnPostArchiveAsync()
    {
        await Send(new ArchiveFramework.Command(Id));
        return To("~/cadres", "Archivé\u00a0: vous le retrouvez au bas de la page.");
    }

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        await Send(new ArchiveFramework.Command(Id, Restore: true));
        return To($"~/cadres/{Id}", "De nouveau en cours.");
    }

    public async Task<IActionResult> OnPostRemoveAxisAsync(Guid part)
    {
        await Send(new RemovePart.Axis(part));
        return To($"~/cadres/{Id}", "Retiré.");
    }
}
