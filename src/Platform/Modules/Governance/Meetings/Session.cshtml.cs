using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class SessionModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>The point on the screen.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Point { get; set; }
    [BindProperty] public NotePresence.Command Presence { get; set; } = new();
    [BindProperty] public RecordItem.Command Input { get; set; } = new();

    public GetMeeting.Answer Answer { get; private set; } = null!;
    public GetMeeting.Item? Current => Answer.Items.FirstOrDefault(i => i.Entity.Id == Point) ?? Answer.Items.FirstOrDefault(i => i.Entity.Record is null && i.Decision is null) ?? (Answer.Items.Count > 0 ? Answer.Items[^1] : null);

    protected internal override async Task Load()
    {
        Answer = await Send(new GetMeeting.Query(Id));
        // Only one of the two forms was sent: the other shows what is stored.
        if (Presence.Lines.Count == 0) Presence = SessionForms.Presence(Answer);
        if (Input.ItemId == Guid.Empty && Current is { } item) Input = SessionForms.Of(Answer, item);
    }

    public async Task<IActionResult> OnPostMoveAsync(HoldMeeting.Move move)
    {
        await Send(new HoldMeeting.Command { Id = Id, Move = move });
        return move == HoldMeeting.Move.Close ? To($"~/reunions/{Id}/compte-rendu", "La séance est levée. Le compte rendu est prêt à relire.") : To($"~/reunions/{Id}/seance");
    }

    public async Task<IActionResult> OnPostPresenceAsync()
    {
        Presence.Id = Id;
        await Send(Presence);
        return To($"~/reunions/{Id}/seance{(Point is { } p ? $"?point={p}" : "")}", "Présences enregistrées.");
    }

    public async Task<IActionResult> OnPostRecordAsync()
    {
        Input.Id = Id;
        var decision = await Send(Input);
        return To($"~/reunions/{Id}/seance?point={Input.ItemId}", decision is null ? "Point enregistré." : "Décision enregistrée.");
    }
}
