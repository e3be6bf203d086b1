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

    public Task<IActionResult> OnPostRenameAsync() => Do(Change, "Vue renommée.");

    public Task<IActionResult> OnPostShareAsync(Guid id) => Do(new ChangeView.Share(id, true), "Vue partagée : tout l’espace la voit.");

    public Task<IActionResult> OnPostWithdrawAsync(Guid id) => Do(new ChangeView.Share(id, false), "La vue n’est plus partagée : seule la personne qui l’a faite la voit.");

    public Task<IActionResult> OnPostRemoveAsync(Guid id) => Do(new ChangeView.Remove(id), "Vue supprimée. La liste, elle, n’a pas changé.");

    public Task<IActionResult> OnPostOpenAsync(Guid id) => Do(new OpeningViews.Choose(Liste, id), "C’est ce que vous trouverez en ouvrant la liste.");

    public Task<IActionResult> OnPostWholeAsync() => Do(new OpeningViews.Choose(Liste, null), "La liste s’ouvrira entière.");

    public Task<IActionResult> OnPostFollowAsync() => Do(new OpeningViews.Follow(Liste), "La liste s’ouvrira comme pour tout l’espace.");

    public Task<IActionResult> OnPostOpenForAllAsync(Guid? id) => Do(new OpeningViews.ChooseForAll(Liste, id),
        id is null ? "La liste s’ouvrira entière pour tout l’espace." : "C’est ce que chacun trouvera en ouvrant la liste, s’il n’a rien choisi d’autre.");

    private async Task<IActionResult> Do(ICommand command, string done)
    {
        await Send(command);
        return To("~/vues/" + Uri.EscapeDataString(Liste), done);
    }
}
