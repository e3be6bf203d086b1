using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Reminders.Obligations;

[Menu(MenuGroup.Governance, 60, "Obligations", "~/obligations", "repeat")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    public ListObligations.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListObligations.Query());

    public async Task<IActionResult> OnPostUsualAsync() =>
        To("~/obligations", $"{French.Count(await Send(new UsualObligations.Command()), "obligation ajoutée", "obligations ajoutées")} : ouvrez chacune pour dire quand, et qui en est responsable.");

    protected override IRequest<int> Export(ListFile file) => new ListObligations.Export(file);
}
