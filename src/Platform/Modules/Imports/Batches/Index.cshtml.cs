using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Imports.Batches;

[Menu(MenuGroup.Space, 30, "Imports", "~/imports", "file-spreadsheet", Permission = ImportPermissions.Use)]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Nature { get; set; } = [];

    public ListImports.Answer Answer { get; private set; } = null!;

    // The latest first, unless the other way round is asked for.
    private ListImports.Query Query => new(new(EnumNames.FromSlugs<ImportState>(Etat), EnumNames.FromSlugs<ImportSubject>(Nature)), Tri == "date" && !Descending, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListImports.Export(Query, file);
}
