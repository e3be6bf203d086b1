using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Operations.Journal;

[Menu(MenuGroup.Space, 40, "Journal", "~/journal", "history", Permission = OperationsPermissions.ReadJournal)]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Qui { get; set; }
    [BindProperty(SupportsGet = true)] public string? Quoi { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Du { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Au { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Sujet { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ReadJournal.Answer Answer { get; private set; } = null!;
    public bool IsNarrowed => Qui is not null || Quoi is not null || Du is not null || Au is not null || Sujet is not null;

    protected internal override async Task Load() => Answer = await Send(new ReadJournal.Query(Qui, Quoi, Sujet, Du, Au, Apres));
}
