using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Runs;

[OutsideSpaces]
public sealed class AllModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public bool Echecs { get; set; }
    public IReadOnlyList<ListRuns.Row> Rows { get; private set; } = [];

    protected internal override async Task Load() => Rows = await Send(new ListRuns.All(Echecs));
}
