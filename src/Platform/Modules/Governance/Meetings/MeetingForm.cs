using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>One page for a new meeting and for an existing one.</summary>
public abstract class MeetingForm(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveMeeting.Command Input { get; set; } = new();

    public SaveMeeting.Filled Form { get; private set; } = null!;

    protected abstract Guid? Existing { get; }
    protected virtual Guid? OfBody => null;

    protected internal override async Task Load() => Form = await Send(new SaveMeeting.Form(Existing, OfBody));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) => Form.Bodies.FirstOrDefault(b => b.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Existing;
        await Load();
        var (id, tell) = (await Send(Input), Form.WasConvened && Input.Moves(Form.Command));
        return tell ? To($"~/reunions/{id}/convocation?tous=true", "Réunion enregistrée. Il reste à dire le changement aux personnes convoquées.")
            : To($"~/reunions/{id}", Existing is null ? "Réunion prévue." : "Réunion enregistrée.");
    }
}

[Module(SpaceModules.Governance)]
public sealed class NewModel(IMediator mediator) : MeetingForm(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid? Instance { get; set; }

    protected override Guid? Existing => null;
    protected override Guid? OfBody => Instance;
}

[Module(SpaceModules.Governance)]
public sealed class EditModel(IMediator mediator) : MeetingForm(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    protected override Guid? Existing => Id;
}
