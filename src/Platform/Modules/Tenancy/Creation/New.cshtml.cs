using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

[OutsideSpaces]
public sealed class NewSpaceModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public CreateSpace.Command Input { get; set; } = new();
    private CreateSpace.Command first = new();

    protected internal override async Task Load() => first = await Send(new CreateSpace.Form());

    protected override void Fill() => Input = first;

    public async Task<IActionResult> OnPostAsync()
    {
        var created = await Send(Input);
        return To($"~/{created.Identifier}/premiers-pas", $"L’espace est ouvert. Son adresse se termine par «\u00a0/{created.Identifier}/\u00a0».");
    }
}
