using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>Where a convocation leads.</summary>
[Module(SpaceModules.Governance)]
public sealed class ReplyModel(IMediator mediator) : LinkPage(mediator)
{
    [BindProperty] public AnswerByLink.Command Input { get; set; } = new();

    public AnswerByLink.View? Form { get; private set; }
    /// <summary>Said on the answer itself: no cookie carries it.</summary>
    public bool IsDone { get; private set; }

    protected override string Why => "Le lien d’une convocation sert à la personne convoquée, jusqu’au jour de la réunion.";

    protected override async Task<bool> Open() => (Form = await Send(new AnswerByLink.Form(Secret))) is not null;

    protected override void Fill() => Input = Form?.Current ?? new();

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Secret = Secret;
        IsDone = await Send(Input);
        if (!IsDone) return await Refuse();
        ModelState.Clear();
        await Load();
        Fill();
        return Page();
    }
}
