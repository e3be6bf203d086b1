using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Serves the empty form (of a framework) and the filled one (of an objective).</summary>
[Module(SpaceModules.Frameworks)]
public sealed class EditObjectiveModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid? Framework { get; set; }
    [FromRoute] public Guid? Id { get; set; }
    /// <summary>The axis under which "add" was pressed.</summary>
    [FromQuery(Name = "axe")] public Guid? Axis { get; set; }
    [BindProperty] public SaveObjective.Command Input { get; set; } = new();

    public SaveObjective.Answer Form { get; private set; } = null!;
    public IReadOnlyList<ListAxes.Row> Axes { get; private set; } = [];

    protected internal override async Task Load()
    {
        Form = await Send(new SaveObjective.Form(Framework, Id));
        Axes = await Send(new ListAxes.Query(Form.FrameworkId));
    }

    protected override void Fill() => Input = Id is null ? Form.Command with { AxisId = Axis } : Form.Command;

    protected internal override string? NameOf(Guid id) => Axes.FirstOrDefault(a => a.Id == id)?.Shown;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.FrameworkId, Input.Id) = (Framework, Id);
        return To($"~/cadres/objectifs/{await Send(Input)}", "Enregistré.");
    }
}
