using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>Where the thanks lead: an opinion, a certificate.</summary>
[Module(SpaceModules.Forum)]
public sealed class OpinionModel(IMediator mediator) : LinkPage(mediator)
{
    [BindProperty] public GiveOpinion.Command Input { get; set; } = new();

    public GiveOpinion.View? Form { get; private set; }

    protected override string Why => "Le lien reçu après un forum sert à la personne qui y est venue, tant que les noms des participants sont gardés.";

    protected override async Task<bool> Open()
    {
        Form = await Send(new GiveOpinion.Form(Secret));
        // One line for each question, whatever was sent.
        if (Form is not null) Input = Input with { Lines = [.. Form.Blank.Lines.Select(b => Input.Lines.Find(l => l.Position == b.Position) ?? b)] };
        return Form is not null;
    }

    protected override void Fill() => Input = Form?.Blank ?? new();

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Secret = Secret;
        if (!await Send(Input)) return await Refuse();
        ModelState.Clear();
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnGetCertificateAsync()
    {
        (Response.Headers.CacheControl, Response.Headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");
        return await Send(new GiveOpinion.Attestation(Secret)) is { } sheet ? File(sheet.Content, Certificates.MediaType, sheet.Name) : await Refuse();
    }
}
