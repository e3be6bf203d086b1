using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Stands;

[Module(SpaceModules.Forum)]
public sealed class RequestsModel(IMediator mediator) : ListPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Demande { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Coalition { get; set; } = [];
    [BindProperty] public NoteRequest.Command Input { get; set; } = new();

    public ListRequests.Answer Answer { get; private set; } = null!;

    private ListRequests.Query Query => new(new(Id) { Words = Q, States = EnumNames.FromSlugs<StandState>(Etat), Kinds = EnumNames.FromSlugs<StandKind>(Demande), Coalitions = Ids(Coalition) }, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListRequests.Export(Query, file);

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        await Send(Input);
        return To($"~/forum/{Id}/demandes", "La demande est notée.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class RequestModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Demande { get; set; }
    [BindProperty] public SettleRequest.Command Input { get; set; } = new();

    public SettleRequest.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SettleRequest.Form(Id, Demande));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) => Form.Organisations.FirstOrDefault(o => o.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.EditionId, Input.Id) = (Id, Demande);
        return To($"~/forum/{Id}/demandes", await Send(Input));
    }
}

[Module(SpaceModules.Forum)]
public sealed class PostersModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>"a5"; anything else is A4.</summary>
    [BindProperty(SupportsGet = true)] public string? Format { get; set; }
    /// <summary>Only that one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Coalition { get; set; }

    public ShowPosters.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ShowPosters.Query(Id));
}
