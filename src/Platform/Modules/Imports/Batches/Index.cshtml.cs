using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Imports.Batches;

[Menu(MenuGroup.Space, 30, "Imports", "~/imports", "file-spreadsheet", Permission = ImportPermissions.Use)]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ListImports.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListImports.Query(Apres));
}
