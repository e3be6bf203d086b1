using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Obligations;

public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ListObligations.Sheet Sheet { get; private set; } = null!;

    protected internal override async Task Load() => Sheet = await Send(new ListObligations.One(Id));

    public async Task<IActionResult> OnPostEndAsync()
    {
        await Send(new EndObligation.Command(Id, End: true));
        return To($"~/obligations/{Id}", "Elle ne revient plus ; ce qu’elle a laissé reste lisible.");
    }

    public async Task<IActionResult> OnPostResumeAsync()
    {
        await Send(new EndObligation.Command(Id, End: false));
        return To($"~/obligations/{Id}", "Elle revient de nouveau.");
    }
}
