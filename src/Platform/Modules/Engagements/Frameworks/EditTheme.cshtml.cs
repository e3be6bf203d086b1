using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Serves the empty form and the filled one.</summary>
public sealed class EditThemeModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid? Id { get; set; }
    [BindProperty] public SaveTheme.Command Input { get; set; } = new();

    public SaveTheme.Command Stored { get; private set; } = new();
    public IReadOnlyList<ListAxes.Row> Axes { get; private set; } = [];

    protected internal override async Task Load()
    {
        Stored = await Send(new SaveTheme.Form(Id));
        Axes = await Send(new ListAxes.Query(Chosen: Stored.AxisId));
    }

    protected override void Fill() => Input = Stored;

    protected internal override string? NameOf(Guid id) => Axes.FirstOrDefault(a => a.Id == id)?.Shown;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To("~/cadres/themes", "Thème enregistré.");
    }
}
