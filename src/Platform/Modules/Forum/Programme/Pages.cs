using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Programme;

[Module(SpaceModules.Forum)]
public sealed class ProgrammeModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public GetProgramme.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetProgramme.Query(Id));

    public Task<IActionResult> OnGetExportAsync(string? format) => ListFile.Answer(this, format, file => Send(new GetProgramme.Export(Id, file)));

    public async Task<IActionResult> OnGetCalendarAsync() =>
        File(Encoding.UTF8.GetBytes(await Send(new GetProgramme.Calendar(Id))), ICalendar.ContentType(CalendarMethod.Publish), "forum.ics");
}

/// <summary>The same, room beside room, hour under hour: what is dragged there is sent as a form; without a script, each session has its own.</summary>
[Module(SpaceModules.Forum)]
public sealed class GridModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public int Jour { get; set; }
    [BindProperty] public PlaceSession.Command Input { get; set; } = new();

    public GetProgramme.Answer Answer { get; private set; } = null!;
    public Grid Table { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Answer = await Send(new GetProgramme.Query(Id));
        Jour = Math.Clamp(Jour, 0, Answer.DayCount - 1);
        Table = Grid.Of(Answer, Jour);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.EditionId, Input.Day) = (Id, Jour);
        await Send(Input);
        return To($"~/forum/{Id}/programme/grille{(Jour > 0 ? $"?jour={Jour}" : "")}", "Séance placée.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class RoomsModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditRooms.Command Input { get; set; } = new();

    public EditRooms.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new EditRooms.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/forum/{Id}/programme", "Salles et parcours enregistrés.");
    }
}

/// <summary>One page for a new session and for an existing one.</summary>
public abstract class SessionForm(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public SaveSession.Command Input { get; set; } = new();

    public SaveSession.Filled Form { get; private set; } = null!;

    protected abstract Guid? Existing { get; }

    protected internal override async Task Load() => Form = await Send(new SaveSession.Form(Id, Existing));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) => Form.Rooms.Concat(Form.Tracks).Concat(Form.Coalitions).FirstOrDefault(c => c.Id == id)?.Name ?? Form.People.FirstOrDefault(p => p.Id == id)?.Shown;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.EditionId, Input.Id) = (Id, Existing);
        await Send(Input);
        return To($"~/forum/{Id}/programme", Existing is null ? "Séance ajoutée." : "Séance enregistrée.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class NewSessionModel(IMediator mediator) : SessionForm(mediator)
{
    protected override Guid? Existing => null;
}

[Module(SpaceModules.Forum)]
public sealed class EditSessionModel(IMediator mediator) : SessionForm(mediator)
{
    [FromRoute] public Guid Seance { get; set; }

    protected override Guid? Existing => Seance;

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await Send(new SaveSession.Remove(Id, Seance));
        return To($"~/forum/{Id}/programme", "Séance retirée du programme.");
    }
}
