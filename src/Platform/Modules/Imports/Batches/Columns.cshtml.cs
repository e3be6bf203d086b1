using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Imports.Batches;

public sealed class ColumnsModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public MapColumns.Command Input { get; set; } = new();

    public MapColumns.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new MapColumns.Form(Id));

    protected override void Fill() => Input = Answer.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        await Send(new StartWork.Command(Id, ImportWork.Check));
        return To($"~/imports/{Id}");
    }
}
