using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>Where an invitation to a forum leads.</summary>
[Module(SpaceModules.Forum)]
public sealed class ReplyModel(IMediator mediator) : LinkPage(mediator)
{
    [BindProperty] public AnswerInvitation.Command Input { get; set; } = new();
    [BindProperty] public PassInvitation.Command Other { get; set; } = new();

    public ShowInvitation.View? Form { get; private set; }
    /// <summary>Said on the answer itself: no cookie carries it.</summary>
    public bool IsDone { get; private set; }

    protected override string Why => "Le lien d’une invitation sert à la personne invitée, jusqu’au jour du forum.";

    protected override async Task<bool> Open()
    {
        if ((Form = await Send(new ShowInvitation.Query(Secret))) is null) return false;
        // Only one of the two forms was sent: the other shows what is stored. A line for each who may come along.
        if (Input.Answer is null && !ModelState.Keys.Any(k => k.StartsWith("Input.", StringComparison.Ordinal))) Input = Form.Current;
        while (Input.Companions.Count < Form.Companions) Input.Companions.Add(null);
        return true;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Secret = Secret;
        return await Heard(await Send(Input));
    }

    public async Task<IActionResult> OnPostPassAsync()
    {
        Other.Secret = Secret;
        return await Heard(await Send(Other));
    }

    private async Task<IActionResult> Heard(bool heard)
    {
        if (!heard) return await Refuse();
        IsDone = true;
        (Input, Other) = (new(), new());
        ModelState.Clear();
        await Load();
        return Page();
    }
}
