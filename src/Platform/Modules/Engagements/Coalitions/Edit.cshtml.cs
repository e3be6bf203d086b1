using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>Serves the empty form and the filled one.</summary>
[Module(SpaceModules.Coalitions)]
public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid? Id { get; set; }
    [BindProperty] public SaveCoalition.Command Input { get; set; } = new();

    public SaveCoalition.Command Stored { get; private set; } = new();
    public IReadOnlyList<ListThemes.Row> Themes { get; private set; } = [];

    protected internal override async Task Load()
    {
        Stored = await Send(new SaveCoalition.Form(Id));
        Themes = await Send(new ListThemes.Query());
    }

    protected override void Fill() => Input = Stored;

    protected internal override string? NameOf(Guid id) => Themes.FirstOrDefault(t => t.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        return To($"~/coalitions/{await Send(Input)}", "Fiche enregistrée.");
    }
}
