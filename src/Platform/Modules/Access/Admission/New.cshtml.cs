using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;

namespace Platform.Modules.Access.Admission;

public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public Invite.Command Input { get; set; } = new();
    [TempData] public string? Link { get; set; }
    [TempData] public string? LinkFor { get; set; }
    /// <summary>Somebody of the directory.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Personne { get; set; }
    public Invite.View Form { get; private set; } = null!;
    public bool ByMail => Form.ByMail;
    public IEnumerable<SelectListItem> People => Form.People.Select(p => new SelectListItem(p.Shown, p.Id.ToString()));

    protected internal override async Task Load() => Form = await Send(new Invite.Form(Personne));

    protected override void Fill() => Input = Form.First;

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = await Send(Input);
        (Link, LinkFor) = (sent.Link, sent.Name);
        return To("~/acces", sent.Link is null ? $"L’invitation de {sent.Name} est envoyée à {sent.Email}." : $"{sent.Name} peut entrer dans l’espace, avec le lien ci-dessous.");
    }
}
