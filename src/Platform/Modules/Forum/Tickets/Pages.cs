using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Tickets;

/// <summary>What is printed for the door.</summary>
public abstract class PrintedModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Groupe { get; set; }
    [BindProperty(SupportsGet = true)] public List<Guid> Choix { get; set; } = [];
    [BindProperty(SupportsGet = true)] public int? Lot { get; set; }

    public ListExpected.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListExpected.Query(Id, Q, Groupe, Choix, Lot ?? 1));
}

[Module(SpaceModules.Forum)]
public sealed class BadgesModel(IMediator mediator) : PrintedModel(mediator)
{
    public const int OnSheet = 10;
}

[Module(SpaceModules.Forum)]
public sealed class SignatureSheetModel(IMediator mediator) : PrintedModel(mediator)
{
    /// <summary>Lines left empty for who comes without being on the list.</summary>
    public const int Blank = 12;
}
