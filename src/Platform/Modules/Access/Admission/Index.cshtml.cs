using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Access.Admission;

[Menu(MenuGroup.Space, 50, "Accès", "~/acces", "key", Permission = AccessPermissions.Manage)]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public const string Ended = "termines";

    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }
    [BindProperty(SupportsGet = true, Name = "acces")] public string? Which { get; set; }
    [BindProperty(SupportsGet = true, Name = ListAddress.Cursor)] public string? Cursor { get; set; }
    /// <summary>The link that the page before made: shown this once.</summary>
    [TempData] public string? Link { get; set; }
    [TempData] public string? LinkFor { get; set; }

    public ListAccess.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListAccess.Query(Text, Which == Ended, Cursor));
}
