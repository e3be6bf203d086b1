using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Reminders.Log;

[Menu(MenuGroup.Space, 35, "Messages", "~/messages", "mail", Permission = RemindersPermissions.Messages)]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Sorte { get; set; } = [];

    public ListMessages.Answer Answer { get; private set; } = null!;
    public bool IsNarrowed => Q is not null || Etat.Count > 0 || Sorte.Count > 0;

    private ListMessages.Query Query => new(Q, Etat, Sorte, Apres, Colonnes, Size, Tri == "ecrit" && !Descending);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListMessages.Export(Query, file);
}
