using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

[Module(SpaceModules.Forum), ReceivesFiles]
public sealed class PosterModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public SavePoster.Command Input { get; set; } = new();

    public SavePoster.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SavePoster.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        await Send(Input);
        return To($"~/forum/{Id}/affiche", "L’affiche est en place.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await Send(new SavePoster.Remove(Id));
        return To($"~/forum/{Id}", "L’affiche est retirée.");
    }
}
