using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class AnswerModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AnswerAsHolder.Command Input { get; set; } = new();

    public AnswerAsHolder.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new AnswerAsHolder.Form(Id));

    protected override void Fill() => Input = Form.Current;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.Withdraw) = (Id, false);
        await Send(Input);
        return To($"~/engagements/{Id}", "La réponse est enregistrée.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await Send(new AnswerAsHolder.Command { CommitmentId = Id, Withdraw = true });
        return To($"~/engagements/{Id}", "La réponse est retirée.");
    }
}
