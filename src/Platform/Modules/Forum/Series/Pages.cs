using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Series;

/// <summary>One page for a new series and for an existing one.</summary>
public abstract class SeriesForm(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveSeries.Command Input { get; set; } = new();

    public SaveSeries.Filled Form { get; private set; } = null!;

    protected abstract Guid? Existing { get; }

    protected internal override async Task Load() => Form = await Send(new SaveSeries.Form(Existing));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Existing;
        await Send(Input);
        return To("~/forum", Existing is null ? "Forum enregistré. Ses éditions s’ouvriront d’elles-mêmes." : "Forum enregistré.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class NewModel(IMediator mediator) : SeriesForm(mediator)
{
    protected override Guid? Existing => null;
}

[Module(SpaceModules.Forum)]
public sealed class EditModel(IMediator mediator) : SeriesForm(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    protected override Guid? Existing => Id;

    public async Task<IActionResult> OnPostEndAsync(bool resume)
    {
        await Send(new SaveSeries.End(Id, resume));
        return To("~/forum", resume ? "Le forum revient chaque année." : "Le forum est arrêté ; ses éditions restent.");
    }
}
