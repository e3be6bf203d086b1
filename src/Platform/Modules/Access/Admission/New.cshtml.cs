using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;

namespace Platform.Modules.Access.Admission;

public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public LetIn.Command Input { get; set; } = new();
    [TempData] public string? Code { get; set; }
    [TempData] public string? CodeFor { get; set; }
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected internal override async Task Load() =>
        People = [.. (await Send(new LetIn.Form())).Select(p => new SelectListItem(p.Shown, p.Id.ToString()))];

    protected override void Fill() => Input = new() { Roles = [Roles.Reader] };

    public async Task<IActionResult> OnPostAsync()
    {
        (Code, CodeFor) = (await Send(Input), Input.Name);
        return To("~/acces", $"{Input.Name} peut entrer dans l’espace, avec le code ci-dessous.");
    }
}
