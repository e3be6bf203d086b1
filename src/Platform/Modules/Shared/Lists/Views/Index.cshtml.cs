using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Shared.Lists.Views;

public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string Liste { get; set; } = "";
    /// <summary>State of the list that one comes from.</summary>
    [BindProperty(SupportsGet = true)] public string? Requete { get; set; }
    [BindProperty] public SaveView.Command Input { get; set; } = new();
    [BindProperty] public ChangeView.Rename Change { get; set; } = new();

    public ListViews.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListViews.Query(Liste));

    protected override void Fill() => Input = new SaveView.Command { Query = ListAddress.Clean(Requete) };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.List = Liste;
        await Send(Input);
        return To($"~/{Liste}?{ListAddress.Clean(Input.Query)}", $"Vue « {Input.Name} » enregistrée : elle est dans le menu Vues.");
    }

    public async Task<IActionResult> OnPostRenameAsync()
    {
        await Send(Change);
        return Back("Vue renommée.");
    }

    public async Task<IActionResult> OnPostShareAsync(Guid id)
    {
        await Send(new ChangeView.Share(id, true));
        return Back("Vue partagée : tout l’espace la voit.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        await Send(new ChangeView.Share(id, false));
        return Back("La vue n’est plus partagée : seule la personne qui l’a faite la voit.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        await Send(new ChangeView.Remove(id));
        return Back("Vue supprimée. La liste, elle, n’a pas changé.");
    }

    private IActionResult Back(string done) => To("~/vues/" + Uri.EscapeDataString(Liste), done);
}
