using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Access.Admission;

[Menu(MenuGroup.Space, 50, "Accès", "~/acces", "key", Permission = AccessPermissions.Manage)]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    public const string Ended = "termines";

    [BindProperty(SupportsGet = true, Name = "acces")] public string? Which { get; set; }
    /// <summary>The link that the page before made: shown this once.</summary>
    [TempData] public string? Link { get; set; }
    [TempData] public string? LinkFor { get; set; }

    public ListAccess.Answer Answer { get; private set; } = null!;

    private ListAccess.Query Query => new(Q, Which == Ended, Apres, Colonnes, Size, Descending);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListAccess.Export(Query, file);
}
