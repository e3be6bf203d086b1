using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditCommitment.Command Input { get; set; } = new();

    public EditCommitment.Command Stored { get; private set; } = null!;
    public CommitmentChoices.Answer Choices { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Stored = await Send(new EditCommitment.Form(Id));
        Choices = await Send(new CommitmentChoices.Query(Stored));
    }

    protected override void Fill() => Input = Stored;

    protected internal override string? NameOf(Guid id) => Choices.NameOf(id);

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/engagements/{Id}", "Fiche enregistrée.");
    }
}
