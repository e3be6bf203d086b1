using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates.Received;

/// <summary>Where the mail that asks for news leads.</summary>
[Module(SpaceModules.Engagements), ReceivesFiles, FilesByLink(PersonalPurpose.News)]
public sealed class GiveModel(IMediator mediator) : LinkPage(mediator)
{
    [BindProperty] public GiveNewsByLink.Command Input { get; set; } = new();

    public GiveNewsByLink.View? Form { get; private set; }
    /// <summary>Said on the answer itself: the link is used up.</summary>
    public bool IsThanked { get; private set; }

    protected override string Why => "Le lien d’un message sert une seule fois, pendant le temps écrit dans le message, et pour la personne qui suit le dossier aujourd’hui.";

    protected override async Task<bool> Open() => (Form = await Send(new GiveNewsByLink.Form(Secret))) is not null;

    protected override void Fill() => Input = Form?.Suggested ?? new();

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Secret = Secret;
        IsThanked = await Send(Input);
        return IsThanked ? Page() : await Refuse();
    }
}
