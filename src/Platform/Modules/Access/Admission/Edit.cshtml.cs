using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;

namespace Platform.Modules.Access.Admission;

public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public ChangeAccess.Command Input { get; set; } = new();
    [TempData] public string? Link { get; set; }
    [TempData] public string? LinkFor { get; set; }
    public ChangeAccess.View Shown { get; private set; } = null!;
    /// <summary>Whom it stands for, for the page that erases; that page asks for a right of its own.</summary>
    public Guid Whom => Shown.Current.PersonId ?? Id;
    public IEnumerable<SelectListItem> People => Shown.People.Select(p => new SelectListItem(p.Shown, p.Id.ToString()));

    protected internal override async Task Load() => Shown = await Send(new ChangeAccess.Form(Id));

    protected override void Fill() => Input = Shown.Current;

    public async Task<IActionResult> OnPostAsync()
    {
        Input = Input with { Id = Id };
        await Send(Input);
        return To("~/acces", "Les droits sont enregistrés\u00a0; ils valent dès la prochaine page ouverte.");
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await Send(new EndAccess.Command { Id = Id });
        return To("~/acces", "L’accès est terminé. Ce que la personne a écrit reste.");
    }

    public async Task<IActionResult> OnPostResumeAsync()
    {
        await Send(new EndAccess.Command { Id = Id, Resume = true });
        return To($"~/acces/{Id}", "L’accès est rouvert.");
    }

    public async Task<IActionResult> OnPostAgainAsync()
    {
        var sent = await Send(new InviteAgain.Command { Id = Id });
        (Link, LinkFor) = (sent.Link, sent.Name);
        return To("~/acces", sent.Link is null ? $"Une nouvelle invitation est envoyée à {sent.Email}." : "Un nouveau lien remplace le précédent.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await Send(new WithdrawInvitation.Command { Id = Id });
        return To("~/acces", "L’invitation est retirée\u00a0; son lien ne sert plus.");
    }
}
