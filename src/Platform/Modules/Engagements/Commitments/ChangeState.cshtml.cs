using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class ChangeStateModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>The state as addresses write it: "tenu", "abandonne"…</summary>
    [FromRoute] public string? Etat { get; set; }
    [BindProperty] public MoveCommitment.Command Input { get; set; } = new();

    public MoveCommitment.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new MoveCommitment.Form(Id, Target));

    protected override void Fill() => Input = new MoveCommitment.Command { On = Form.Today };

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Id, Input.To) = (Id, Target);
        await Send(Input);
        return To($"~/engagements/{Id}", "C’est fait : l’état a changé.");
    }

    private CommitmentState Target => CommitmentStates.FromSlug(Etat) ?? throw new NotFound(nameof(CommitmentState));
}
