using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>Plans a meeting (no <c>Id</c>) or changes it. Answers its identifier.</summary>
public static class SaveMeeting
{
    /// <param name="BodyId">The body first chosen for a new one.</param>
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid? Id, Guid? BodyId = null) : IRequest<Filled>;

    /// <param name="WasConvened">People have the old date in their calendars.</param>
    public sealed record Filled(Command Command, IReadOnlyList<Choice> Bodies, string? Name, bool WasConvened);

    public sealed record Choice(Guid Id, string Name);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Instance")] public Guid? BodyId { get; init; }
        [Display(Name = "Objet")] public string? Title { get; init; }
        [Display(Name = "Date")] public DateOnly? Date { get; init; }
        [Display(Name = "Début")] public string? Start { get; init; }
        [Display(Name = "Fin")] public string? End { get; init; }
        [Display(Name = "Lieu")] public string? Place { get; init; }
        [Display(Name = "Lien de visioconférence")] public string? VideoLink { get; init; }
        [Display(Name = "Mot de la convocation")] public string? Notes { get; init; }

        /// <summary>Whoever has the stored one in a calendar has to hear of it.</summary>
        internal bool Moves(Command stored) =>
            (Date, MeetingTime.Read(Start), MeetingTime.Read(End), Place, VideoLink) != (stored.Date, MeetingTime.Read(stored.Start), MeetingTime.Read(stored.End), stored.Place, stored.VideoLink);

        internal static Command From(Meeting m) => new()
        {
            Id = m.Id, Version = m.Version, BodyId = m.BodyId, Title = m.Title, Date = m.Date, Start = MeetingTime.Field(m.StartMinute), End = MeetingTime.Field(m.EndMinute),
            Place = m.Place, VideoLink = m.VideoLink, Notes = m.Notes,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.BodyId).NotNull().When(c => c.Id is null);
            RuleFor(c => c.Title).IsLine(Meeting.TitleLength);
            RuleFor(c => c.Date).NotNull();
            RuleFor(c => c.Start).IsTime();
            RuleFor(c => c.End).IsTime();
            RuleFor(c => c.End).Must((c, end) => MeetingTime.Read(end) is not { } e || (MeetingTime.Read(c.Start) is { } s && e > s)).WithMessage("La fin vient après le début.");
            RuleFor(c => c.Place).IsLine(Meeting.PlaceLength);
            RuleFor(c => c.VideoLink).IsWebSite(Meeting.LinkLength);
            RuleFor(c => c.Notes).MaximumLength(Meeting.NotesLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Guid>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var meeting = form.Id is not { } id ? null : await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotFound(nameof(Meeting));
            var today = tenant.Space.Today(clock);
            var bodies = await db.Set<Body>().Where(b => b.EndedOn == null || b.EndedOn >= today || (meeting != null && b.Id == meeting.BodyId))
                .OrderByDescending(b => b.Decides).ThenBy(b => b.Kind).ThenBy(b => b.NameKey).Select(b => new Choice(b.Id, b.Name)).ToListAsync(ct);
            var command = meeting is null ? new Command { BodyId = bodies.Find(b => b.Id == form.BodyId)?.Id } : Command.From(meeting);
            return new(command, bodies, meeting is null ? null : bodies.Find(b => b.Id == meeting.BodyId)?.Name, meeting is { ConvenedAt: not null, IsOver: false });
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var meeting = c.Id is not { } id ? null : await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotFound(nameof(Meeting));
            if (meeting is not null && meeting.Version != c.Version) throw new Conflict(stored: Command.From(meeting), typed: c);
            if (meeting is null)
            {
                if (!await db.Set<Body>().AnyAsync(b => b.Id == c.BodyId, ct)) throw new Invalid(c, nameof(c.BodyId), "Choisissez dans la liste.");
                db.Add(meeting = new Meeting(c.BodyId!.Value, c.Date!.Value));
            }
            meeting.Plan(c.Title, c.Date!.Value, MeetingTime.Read(c.Start), MeetingTime.Read(c.End), c.Place, c.VideoLink is null ? null : TextRules.WebAddress(c.VideoLink), c.Notes);
            await SearchTerms.Replace(db, SearchKind.Meeting, meeting.Id, meeting.Searched, ct);
            return meeting.Id;
        }
    }
}
