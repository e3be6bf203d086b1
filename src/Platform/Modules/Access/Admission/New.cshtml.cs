using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;

namespace Platform.Modules.Access.Admission;

public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public Invite.Command Input { get; set; } = new();
    [TempData] public string? Link { get; set; }
    [TempData] public string? LinkFor { get; set; }
    public bool ByMail { get; private set; }
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected internal override async Task Load()
    {
        var form = await Send(new Invite.Form());
        (ByMail, People) = (form.ByMail, [.. form.People.Select(p => new SelectListItem(p.Shown, p.Id.ToString()))]);
    }

    protected override void Fill() => Input = new() { Roles = [Roles.Reader] };

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = await Send(Input);
        (Link, LinkFor) = (sent.Link, sent.Name);
        return To("~/acces", sent.Link is null ? $"L’invitation de {sent.Name} est envoyée à {sent.Email}." : $"{sent.Name} peut entrer dans l’espace, avec le lien ci-dessous.");
    }
}
