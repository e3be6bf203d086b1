using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Series;

namespace Platform.Modules.Forum.Programme;

/// <summary>The rooms and the tracks of an edition, all at once, in their order. An emptied name takes the line away.</summary>
public static class EditRooms
{
    public const int Most = 40, Blank = 2;

    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid Id) : IRequest<Filled>;

    public sealed record Filled(string Title, Command Command);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Salles")] public List<Line> Rooms { get; init; } = [];
        [Display(Name = "Parcours")] public List<Line> Tracks { get; init; } = [];
    }

    public sealed record Line
    {
        public Guid? PartId { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Places")] public int? Capacity { get; init; }

        public override string ToString() => Name ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Rooms).Must(r => r.Count <= Most + Blank).WithMessage($"Au plus {Most} salles.");
            RuleFor(c => c.Tracks).Must(t => t.Count <= Most + Blank).WithMessage($"Au plus {Most} parcours.");
            RuleForEach(c => c.Rooms).ChildRules(Check);
            RuleForEach(c => c.Tracks).ChildRules(Check);
        }

        private static void Check(InlineValidator<Line> line)
        {
            line.RuleFor(l => l.Name).IsLine(ForumRoom.NameLength);
            line.RuleFor(l => l.Name).NotEmpty().When(l => l.PartId is null && l.Capacity is not null).WithMessage("Donnez un nom à cette salle.");
            line.RuleFor(l => l.Capacity).InclusiveBetween(1, ForumSeries.MostPlaces);
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().AsNoTracking().Include(e => e.Rooms).Include(e => e.Tracks).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == form.Id, ct) ?? throw new NotFound(nameof(ForumEdition));
            var blank = Enumerable.Range(0, Blank).Select(_ => new Line());
            return new(edition.Title, new Command
            {
                Id = edition.Id, Version = edition.Version,
                Rooms = [.. edition.Rooms.OrderBy(r => r.Position).Select(r => new Line { PartId = r.Id, Name = r.Name, Capacity = r.Capacity }), .. blank],
                Tracks = [.. edition.Tracks.OrderBy(t => t.Position).Select(t => new Line { PartId = t.Id, Name = t.Name }), .. blank],
            });
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().Include(e => e.Rooms).Include(e => e.Tracks).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == c.Id, ct) ?? throw new NotFound(nameof(ForumEdition));
            if (edition.Version != c.Version) throw new Conflict();
            var used = await db.Set<ForumSession>().Where(s => s.EditionId == c.Id).Select(s => new { s.RoomId, s.TrackId }).ToListAsync(ct);
            var errors = new List<ValidationFailure>();
            for (var i = 0; i < c.Rooms.Count; i++)
            {
                var line = c.Rooms[i];
                var room = line.PartId is { } id ? edition.Rooms.Find(r => r.Id == id) ?? throw new NotFound(nameof(ForumRoom)) : null;
                if (line.Name is null)
                {
                    if (room is not null && used.Exists(s => s.RoomId == room.Id)) errors.Add(new($"Rooms[{i}].Name", "Des séances s’y tiennent\u00a0: déplacez-les d’abord."));
                    else if (room is not null) edition.Rooms.Remove(room);
                }
                else if (room is not null) room.Change(i, line.Name, line.Capacity);
                else
                {
                    edition.Rooms.Add(room = new ForumRoom(edition, i, line.Name, line.Capacity));
                    db.Add(room);
                }
            }
            for (var i = 0; i < c.Tracks.Count; i++)
            {
                var line = c.Tracks[i];
                var track = line.PartId is { } id ? edition.Tracks.Find(t => t.Id == id) ?? throw new NotFound(nameof(ForumTrack)) : null;
                if (line.Name is null)
                {
                    if (track is not null && used.Exists(s => s.TrackId == track.Id)) errors.Add(new($"Tracks[{i}].Name", "Des séances en font partie\u00a0: changez-les d’abord."));
                    else if (track is not null) edition.Tracks.Remove(track);
                }
                else if (track is not null) track.Change(i, line.Name);
                else
                {
                    edition.Tracks.Add(track = new ForumTrack(edition, i, line.Name));
                    db.Add(track);
                }
            }
            if (errors.Count > 0) throw new Invalid(c, errors);
            db.Touch(edition);
            return Unit.Value;
        }
    }
}
