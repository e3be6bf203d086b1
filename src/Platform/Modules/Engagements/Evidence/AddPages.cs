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

/// <summary>To a session of the forum, or to the edition as a whole.</summary>
[Module(SpaceModules.Forum), ReceivesFiles]
public sealed class AddToForumModel(IMediator mediator) : AddModel(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid? Seance { get; set; }

    protected override Place At => new(null, null, null, null) { ForumSessionId = Seance, ForumEditionId = Seance is null ? Id : null };

    public override (string Address, Func<Vocabulary, string> Name) List => ("~/forum", _ => "forum");

    public override string Purpose => Form.Part is { } session ? $"La présentation de « {session} », ou ce qui l’accompagne." : "Ce qui vaut pour toute l’édition : le dossier des participants, un bilan, un lien vers les photos.";

    // What was shown to everybody on the day is there for everybody, unless somebody says otherwise.
    protected override void Fill() => Input = new() { IsPublic = true };
}
