using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

[Module(SpaceModules.Coalitions), ReceivesFiles]
public sealed class AddToCoalitionModel(IMediator mediator) : AddModel(mediator)
{
    protected override Place At => new(null, null, null, Id);

    public override (string Address, Func<Vocabulary, string> Name) List => ("~/coalitions", w => w.Coalition.Plural);
}

[Module(SpaceModules.Governance), ReceivesFiles]
public sealed class AddToPointModel(IMediator mediator) : AddModel(mediator)
{
    [FromRoute] public Guid Point { get; set; }

    protected override Place At => new(null, null, null, null) { AgendaItemId = Point };

    public override (string Address, Func<Vocabulary, string> Name) List => ("~/reunions", _ => "réunions");

    public override string Purpose => $"Ce que les participants doivent avoir lu : « {Form.Part} »";
}

[Module(SpaceModules.Governance), ReceivesFiles]
public sealed class AddToLineModel(IMediator mediator) : AddModel(mediator)
{
    [FromRoute] public Guid Ligne { get; set; }

    protected override Place At => new(null, null, null, null) { CascadeLineId = Ligne };

    public override (string Address, Func<Vocabulary, string> Name) List => ("~/decisions", _ => "décisions");

    public override string Purpose => $"La délibération de {Form.Part}, ou ce qui l’accompagne.";
}
