using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

[Module(SpaceModules.Forum)]
public sealed class SendModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>Seen as this guest will.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Invite { get; set; }
    /// <summary>To whom: "relance" is whoever is silent.</summary>
    [BindProperty(SupportsGet = true)] public string? Pour { get; set; }
    [BindProperty] public SendInvitations.Command Input { get; set; } = new();
    [BindProperty] public SendInvitations.Text Text { get; set; } = new();

    public SendInvitations.Filled Form { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Form = await Send(new SendInvitations.Form(Id, Input.To ?? (Pour == "relance" ? SendInvitations.Audience.Silent : null), Invite));
        // Only one of the two forms was sent: the other shows what is stored.
        if (Text.Subject is null && Text.Body is null) Text = Form.Text;
        if (Input.To is null) Input = Input with { To = Form.To };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        return To($"~/forum/{Id}/invites", $"{(Input.To == SendInvitations.Audience.Silent ? French.Count(await Send(Input), "relance part", "relances partent") : French.Count(await Send(Input), "invitation part", "invitations partent"))}{(Input.On is { } on ? $" le {French.Date(on)}" : "")}.");
    }

    public async Task<IActionResult> OnPostTextAsync()
    {
        Text.EditionId = Id;
        await Send(Text);
        return To($"~/forum/{Id}/invitations", "Texte enregistré.");
    }

    public async Task<IActionResult> OnPostTestAsync() => To($"~/forum/{Id}/invitations", $"Un essai part à {await Send(new SendInvitations.Test(Id))}.");
}
