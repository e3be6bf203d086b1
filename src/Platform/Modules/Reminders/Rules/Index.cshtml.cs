using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Rules;

[Menu(MenuGroup.Space, 33, "Rappels", "~/rappels", "bell", Permission = RemindersPermissions.Rules)]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public ListRules.SetHour Input { get; set; } = new();
    [BindProperty] public ReminderKind Kind { get; set; }

    public ListRules.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListRules.Query());

    protected override void Fill() => Input = Answer.Hour;

    public async Task<IActionResult> OnPostHourAsync()
    {
        await Send(Input);
        return To("~/rappels", $"Les rappels partent désormais à {Input.Hour} h.");
    }

    public async Task<IActionResult> OnPostOnAsync() => To("~/rappels", $"« {await Send(new ListRules.Switch(Kind, On: true))} » est en service.");

    public async Task<IActionResult> OnPostOffAsync() => To("~/rappels", $"« {await Send(new ListRules.Switch(Kind, On: false))} » est arrêtée : rien ne part plus à ce sujet.");
}
