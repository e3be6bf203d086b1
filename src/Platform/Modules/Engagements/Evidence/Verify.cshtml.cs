using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>One form, three addresses: the address says what is verified.</summary>
[Module(SpaceModules.Engagements)]
public sealed class VerifyModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid? Update { get; set; }
    [FromRoute] public Guid? Measure { get; set; }
    [BindProperty] public VerifyPlace.Command Input { get; set; } = new();
    [BindProperty] public VerifyPlace.Withdraw Withdrawal { get; set; } = new();

    public VerifyPlace.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new VerifyPlace.Form(Id, Update, Measure));

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.UpdateId, Input.MeasureId) = (Id, Update, Measure);
        await Send(Input);
        return To(Back, "C’est noté : vérifié.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        (Withdrawal.CommitmentId, Withdrawal.UpdateId, Withdrawal.MeasureId) = (Id, Update, Measure);
        await Send(Withdrawal);
        return To(Back, "La vérification est retirée ; elle reste lisible avec son motif.");
    }

    public string Back => $"~/engagements/{Id}{(Update is not null ? "#histoire" : Measure is not null ? "#mesures" : "")}";
}
