using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Series;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Programme;

/// <summary>A session of the programme (no <c>Id</c>: a new one). What overlaps is refused beside its field, and by the database whoever saves at the same time.</summary>
public static class SaveSession
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId, Guid? Id) : IRequest<Filled>;

    public sealed record Filled(Command Command, string Edition, DateOnly StartsOn, int Days, IReadOnlyList<Choice> Rooms, IReadOnlyList<Choice> Tracks, IReadOnlyList<Choice> Coalitions, IReadOnlyList<PersonOptions.Row> People, string? Title);

    public sealed record Choice(Guid Id, string Name);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid EditionId { get; set; }
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Titre")] public string? Title { get; init; }
        [Display(Name = "Nature")] public SessionKind? Kind { get; init; }
        [Display(Name = "Coalition")] public Guid? CoalitionId { get; init; }
        [Display(Name = "Jour")] public int? Day { get; init; }
        [Display(Name = "Début")] public string? Start { get; init; }
        [Display(Name = "Fin")] public string? End { get; init; }
        [Display(Name = "Salle")] public Guid? RoomId { get; init; }
        [Display(Name = "Parcours")] public Guid? TrackId { get; init; }
        [Display(Name = "Places")] public int? Capacity { get; init; }
        [Display(Name = "Interviennent")] public List<Guid> Speakers { get; init; } = [];
        [Display(Name = "Présentation")] public string? Summary { get; init; }
        [Display(Name = "Ce qui s’est dit")] public string? Said { get; init; }
        [Display(Name = "Ce qui s’est dit est public")] public bool SaidIsPublic { get; init; }

        internal static Command From(ForumSession s) => new()
        {
            EditionId = s.EditionId, Id = s.Id, Version = s.Version, Title = s.Title, Kind = s.Kind, CoalitionId = s.CoalitionId, Day = s.Day, Start = MeetingTime.Field(s.StartMinute), End = MeetingTime.Field(s.EndMinute),
            RoomId = s.RoomId, TrackId = s.TrackId, Capacity = s.Capacity, Speakers = [.. s.Speakers.Select(p => p.PersonId)], Summary = s.Summary, Said = s.Said, SaidIsPublic = s.SaidIsPublic,
        };
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Remove(Guid EditionId, Guid Id) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsNameLine(ForumSession.TitleLength);
            RuleFor(c => c.Kind).NotNull().IsInEnum();
            RuleFor(c => c.Start).IsTime();
            RuleFor(c => c.End).IsTime();
            RuleFor(c => c.Start).Must(OnTheSlot).WithMessage("Les heures vont de cinq en cinq minutes.");
            RuleFor(c => c.End).Must(OnTheSlot).WithMessage("Les heures vont de cinq en cinq minutes.");
            RuleFor(c => c.Start).NotEmpty().When(c => c.End is not null).WithMessage("Donnez aussi l’heure de début.");
            RuleFor(c => c.End).NotEmpty().When(c => c.Start is not null).WithMessage("Donnez aussi l’heure de fin\u00a0: la salle est libre ensuite.");
            RuleFor(c => c.End).Must((c, end) => MeetingTime.Read(end) is not { } e || MeetingTime.Read(c.Start) is not { } s || e > s).WithMessage("La fin vient après le début.");
            RuleFor(c => c.Capacity).InclusiveBetween(1, ForumSeries.MostPlaces);
            RuleFor(c => c.Speakers).Must(s => s.Count <= ForumSession.MostSpeakers).WithMessage($"Au plus {ForumSession.MostSpeakers} personnes.");
            RuleFor(c => c.Summary).MaximumLength(ForumSession.SummaryLength);
            RuleFor(c => c.Said).MaximumLength(ForumSession.SaidLength);
            RuleFor(c => c.SaidIsPublic).Equal(false).When(c => c.Said is null).WithMessage("Écrivez d’abord ce qui s’est dit.");
        }

        private static bool OnTheSlot(string? time) => MeetingTime.Read(time) is not { } minute || minute % ForumSlot.Minutes == 0;
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Guid>, IRequestHandler<Remove, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().AsNoTracking().Include(e => e.Rooms).Include(e => e.Tracks).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == form.EditionId, ct) ?? throw new NotFound(nameof(ForumEdition));
            var session = form.Id is not { } id ? null : await db.Set<ForumSession>().AsNoTracking().Include(s => s.Speakers).SingleOrDefaultAsync(s => s.Id == id && s.EditionId == form.EditionId, ct) ?? throw new NotFound(nameof(ForumSession));
            var coalitions = tenant.Space.Has(SpaceModules.Coalitions) ? await mediator.Send(new CoalitionSheets.Choices(session?.CoalitionId), ct) : [];
            return new(session is null ? new Command { EditionId = edition.Id, Kind = SessionKind.Workshop } : Command.From(session), edition.Title, edition.StartsOn, edition.Days,
                [.. edition.Rooms.OrderBy(r => r.Position).Select(r => new Choice(r.Id, r.Capacity is { } n ? $"{r.Name} ({French.Count(n, "place", "places")})" : r.Name))],
                [.. edition.Tracks.OrderBy(t => t.Position).Select(t => new Choice(t.Id, t.Name))], [.. coalitions.Select(c => new Choice(c.Id, c.Name))],
                await mediator.Send(new PersonOptions.Query([.. session?.Speakers.Select(s => s.PersonId) ?? []]), ct), session?.Title);
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().AsNoTracking().Include(e => e.Rooms).Include(e => e.Tracks).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == c.EditionId, ct) ?? throw new NotFound(nameof(ForumEdition));
            var session = c.Id is not { } id ? null : await Find(c.EditionId, id, ct);
            if (session is not null && session.Version != c.Version) throw new Conflict(stored: Command.From(session), typed: c);
            await Check(c, edition, ct);
            var (day, start, end) = (c.Day ?? 0, MeetingTime.Read(c.Start), MeetingTime.Read(c.End));
            if (session is null)
            {
                if (await db.Set<ForumSession>().CountAsync(s => s.EditionId == c.EditionId, ct) >= ForumSession.Most) throw new Invalid(c, nameof(c.Title), $"Au plus {ForumSession.Most} séances.");
                db.Add(session = new ForumSession(c.EditionId, c.Kind!.Value, c.Title!, c.CoalitionId));
            }
            session.Describe(c.Kind!.Value, c.Title!, c.Summary, c.CoalitionId, c.TrackId, c.Capacity);
            session.TakeDown(c.Said, c.SaidIsPublic);
            session.Place(day, start, end, c.RoomId, [.. c.Speakers.Distinct()]);
            // Parts made with their keys would be taken for stored ones.
            foreach (var part in session.Speakers.Concat<TenantOwned>(session.Slots).Where(p => db.Entry(p).State is EntityState.Detached or EntityState.Modified && p.TenantId == Guid.Empty).ToList()) db.Add(part);
            if (c.Id is not null) db.Touch(session);
            await SaveOrSay(ct);
            return session.Id;
        }

        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            db.RemoveRange(await db.Set<ForumChoice>().Where(x => x.SessionId == c.Id).ToListAsync(ct));
            db.Remove(await Find(c.EditionId, c.Id, ct));
            return Unit.Value;
        }

        // Saved here, where a place that was taken meanwhile can be named for what it is.
        private async Task SaveOrSay(CancellationToken ct)
        {
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException taken) when (DatabaseErrors.Translate(taken) is RuleViolation { Code: "duplicate" })
            {
                throw new RuleViolation("session.slot");
            }
        }

        private async Task<ForumSession> Find(Guid editionId, Guid id, CancellationToken ct) => await db.Set<ForumSession>().Include(s => s.Speakers).Include(s => s.Slots).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id && s.EditionId == editionId, ct) ?? throw new NotFound(nameof(ForumSession));

        private async Task Check(Command c, ForumEdition edition, CancellationToken ct)
        {
            var (day, start, end, speakers) = (c.Day ?? 0, MeetingTime.Read(c.Start), MeetingTime.Read(c.End), c.Speakers.Distinct().ToList());
            if (day < 0 || day >= edition.Days) throw new Invalid(c, nameof(c.Day), "Choisissez un jour du forum.");
            var room = c.RoomId is not { } r ? null : edition.Rooms.Find(x => x.Id == r) ?? throw new Invalid(c, nameof(c.RoomId), "Choisissez dans la liste.");
            if (c.TrackId is { } track && !edition.Tracks.Exists(t => t.Id == track)) throw new Invalid(c, nameof(c.TrackId), "Choisissez dans la liste.");
            if (c.Capacity > room?.Capacity) throw new Invalid(c, nameof(c.Capacity), $"La salle n’a que {French.Count(room.Capacity.Value, "place", "places")}.");
            if (c.CoalitionId is { } coalition)
            {
                if ((await mediator.Send(new CoalitionSheets.Choices(Only: [coalition]), ct)).Count == 0) throw new Invalid(c, nameof(c.CoalitionId), "Choisissez dans la liste.");
                if (await db.Set<ForumSession>().AnyAsync(s => s.EditionId == c.EditionId && s.CoalitionId == coalition && s.Kind == c.Kind && s.Id != c.Id, ct))
                    throw new Invalid(c, nameof(c.CoalitionId), $"Une séance de même nature lui est déjà réservée\u00a0: ouvrez-la plutôt.");
            }
            if (speakers.Count > 0 && !(await mediator.Send(new AreKnown.Query([], speakers), ct)).People) throw new Invalid(c, nameof(c.Speakers), "Choisissez dans la liste.");
            if (start is null || end is null || c.Kind == SessionKind.Stand) return;
            var meanwhile = await db.Set<ForumSession>().AsNoTracking().Where(s => s.EditionId == c.EditionId && s.Id != c.Id && s.Kind != SessionKind.Stand && s.Day == day && s.StartMinute < end && s.EndMinute > start)
                .Select(s => new { s.Title, s.RoomId, s.StartMinute, s.EndMinute, Speakers = s.Speakers.Select(p => p.PersonId).ToList() }).ToListAsync(ct);
            if (room is not null && meanwhile.Find(s => s.RoomId == room.Id) is { } there)
                throw new Invalid(c, nameof(c.RoomId), $"La salle est prise {MeetingTime.Span(there.StartMinute, there.EndMinute)} par «\u00a0{there.Title}\u00a0».");
            if (meanwhile.Find(s => s.Speakers.Any(speakers.Contains)) is not { } busy) return;
            var who = busy.Speakers.First(speakers.Contains);
            var name = (await mediator.Send(new NamesOf.Query([who]), ct)).GetValueOrDefault(who)?.Name;
            throw new Invalid(c, nameof(c.Speakers), $"{name} intervient {MeetingTime.Span(busy.StartMinute, busy.EndMinute)} dans «\u00a0{busy.Title}\u00a0».");
        }
    }
}
