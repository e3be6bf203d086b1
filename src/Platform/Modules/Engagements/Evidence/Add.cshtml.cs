using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>One form, four addresses: the address says on what the documents hang.</summary>
[Module(SpaceModules.Engagements), ReceivesFiles]
public class AddModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid? Update { get; set; }
    [FromRoute] public Guid? Measure { get; set; }
    [BindProperty] public AddDocuments.Command Input { get; set; } = new();

    protected virtual bool IsCoalition => false;

    public AddDocuments.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new AddDocuments.Form(IsCoalition ? null : Id, Update, Measure, IsCoalition ? Id : null));

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.UpdateId, Input.MeasureId, Input.CoalitionId) = (IsCoalition ? null : Id, Update, Measure, IsCoalition ? Id : null);
        var count = await Send(Input);
        await Load();
        return To(Form.Back, count == 1 ? "C’est joint." : $"{count} documents joints.");
    }
}

[Module(SpaceModules.Coalitions), ReceivesFiles]
public sealed class AddToCoalitionModel(IMediator mediator) : AddModel(mediator)
{
    protected override bool IsCoalition => true;
}
