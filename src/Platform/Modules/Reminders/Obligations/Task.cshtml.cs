using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Obligations;

public sealed class TaskModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public CloseTask.Command Input { get; set; } = new();

    public CloseTask.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new CloseTask.Query(Id));

    protected override void Fill() => Input = Shown.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To("~/obligations", "C’est noté : ses rappels s’arrêtent.");
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        await Send(new CloseTask.Reopen(Id));
        return To($"~/obligations/taches/{Id}", "La tâche est rouverte.");
    }
}
