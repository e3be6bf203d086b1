using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class MinutesModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ApproveMinutes.Command Approval { get; set; } = new();
    [BindProperty] public RestituteMeeting.Command Sending { get; set; } = new();

    public GetMeeting.Answer Answer { get; private set; } = null!;
    /// <summary>Null for who only reads.</summary>
    public RestituteMeeting.Filled? Reach { get; private set; }

    protected internal override async Task Load()
    {
        Answer = await Send(new GetMeeting.Query(Id));
        if (Answer.MayWrite) Reach = await Send(new RestituteMeeting.Form(Id));
    }

    protected override void Fill() => (Approval, Sending) = (new() { On = Answer.Meeting.ApprovedOn ?? Answer.Today, How = Answer.Meeting.Approval }, new() { Version = Answer.Meeting.Version });

    public async Task<IActionResult> OnPostApproveAsync()
    {
        Approval.Id = Id;
        await Send(Approval);
        return To($"~/reunions/{Id}/compte-rendu", "Compte rendu approuvé.");
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        Sending.Id = Id;
        return To($"~/reunions/{Id}/compte-rendu", $"Restitution envoyée à {French.Count(await Send(Sending), "personne", "personnes")}.");
    }
}
