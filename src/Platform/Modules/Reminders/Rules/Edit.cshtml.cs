using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Reminders.Rules;

public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute(Name = "regle")] public string Slug { get; set; } = "";
    [BindProperty] public EditRule.Command Input { get; set; } = new();

    private ReminderKind Kind => KindBook.Named(Slug);

    public EditRule.Filled Form { get; private set; } = null!;
    public IReadOnlyList<EditRule.Sample> Preview { get; private set; } = [];

    /// <summary>Lines of the form: those that the rule has, and empty ones up to the most.</summary>
    public IReadOnlyList<EditRule.StepLine> Lines => [.. Input.Steps.Concat(Enumerable.Repeat(new EditRule.StepLine(), Step.Most)).Take(Step.Most)];

    protected internal override async Task Load() => Form = await Send(new EditRule.Form(Kind));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Kind = Kind;
        await Send(Input);
        return To("~/rappels", "La règle est enregistrée\u00a0; elle vaut dès les prochains rappels.");
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        Input.Kind = Kind;
        Preview = await Send(new EditRule.Preview(Input));
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        await Send(new EditRule.Reset(Kind));
        return To($"~/rappels/{Slug}", "La règle est de nouveau celle d’origine.");
    }

    /// <summary>The stored rule as a mail, for the frame.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(int etage = 0)
    {
        await Load();
        var samples = await Send(new EditRule.Preview(Form.Command));
        return MailFrame.Answer(this, samples[Math.Clamp(etage, 0, samples.Count - 1)].Html);
    }
}
