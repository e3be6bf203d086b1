using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Engagements, 10, "Engagements", "~/engagements", "flag", Word = "engagement")]
public sealed class IndexModel(IMediator mediator) : CommitmentListPage(mediator)
{
    public ListCommitments.Answer Answer { get; private set; } = null!;

    /// <summary>The indicators' values of the commitments that the filters leave.</summary>
    public Task<IActionResult> OnGetValuesAsync(string? format) => ListFile.Answer(this, format, file => Send(new ExportValues.Query(Filter, Ticked, file)));

    protected internal override async Task Load() => Answer = await Send(new ListCommitments.Query(Filter, Order, Descending, Apres, Colonnes, Size));
}
