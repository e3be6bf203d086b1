using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Operations.Journal;

[Menu(MenuGroup.Space, 40, "Journal", "~/journal", "history", Permission = OperationsPermissions.ReadJournal)]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Qui { get; set; }
    [BindProperty(SupportsGet = true)] public string? Quoi { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Du { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Au { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Sujet { get; set; }

    public ReadJournal.Answer Answer { get; private set; } = null!;
    public bool IsNarrowed => Qui is not null || Quoi is not null || Du is not null || Au is not null || Sujet is not null;

    private ReadJournal.Query Query => new(Qui, Quoi, Sujet, Du, Au, Apres, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ReadJournal.Export(Query, file);
}
