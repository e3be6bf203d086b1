using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

[Module(SpaceModules.Forum)]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Groupe { get; set; } = [];

    public ListGuests.Answer Answer { get; private set; } = null!;

    private ListGuests.Query Query => new(new(Id) { Words = Q, States = EnumNames.FromSlugs<GuestState>(Etat), Groups = Ids(Groupe) }, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListGuests.Export(Query, file);
}
