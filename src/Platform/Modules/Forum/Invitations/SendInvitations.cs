using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The text of the invitations, seen as any guest will, tried on oneself, then sent now or later to whoever has had none, or again to whoever is silent.</summary>
public static class SendInvitations
{
    /// <param name="GuestId">As this guest will see it; null: the first one.</param>
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId, Guid? GuestId) : IRequest<Filled>;

    public sealed record Filled(string Edition, bool IsOpen, int Drafts, int Silent, Text Text, string Subject, IReadOnlyList<string> Paragraphs, string? SeenBy, IReadOnlyList<Sample> Samples);

    public sealed record Sample(Guid Id, string Name);

    [Needs(ForumPermissions.Organise)]
    public sealed record Text : ICommand
    {
        public Guid EditionId { get; set; }
        public int Version { get; init; }
        [Display(Name = "Objet")] public string? Subject { get; init; }
        [Display(Name = "Texte")] public string? Body { get; init; }
    }

    /// <summary>To oneself, as a guest would read it.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record Test(Guid EditionId) : ICommand<string>;

    public enum Audience : short
    {
        [Display(Name = "À qui n’a pas encore été invité")] Drafts = 1,
        [Display(Name = "À qui n’a pas répondu")] Silent,
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "À qui")] public Audience? To { get; init; }
        [Display(Name = "Partir le")] public DateOnly? On { get; init; }
        [Display(Name = "À")] public string? At { get; init; }
    }

    internal sealed class TextValidator : AbstractValidator<Text>
    {
        public TextValidator()
        {
            RuleFor(c => c.Subject).NotEmpty().IsLine(ForumTemplate.SubjectLength);
            RuleFor(c => c.Body).NotEmpty().MaximumLength(ForumTemplate.BodyLength);
            RuleFor(c => c.Subject).Must(t => GuestLetters.Unknown(t) is null).WithMessage(c => Says(c.Subject));
            RuleFor(c => c.Body).Must(t => GuestLetters.Unknown(t) is null).WithMessage(c => Says(c.Body));
        }

        private static string Says(string? text) => $"«\u00a0{{{GuestLetters.Unknown(text)}}}\u00a0» ne veut rien dire ici\u00a0: {string.Join(", ", GuestLetters.Placeholders.Select(p => $"{{{p.Name}}}"))}.";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.To).NotNull().IsInEnum();
            RuleFor(c => c.At).IsTime();
            RuleFor(c => c.At).Empty().When(c => c.On is null).WithMessage("Choisissez aussi le jour.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, GuestLetters letters, TimeProvider clock)
        : IRequestHandler<Form, Filled>, IRequestHandler<Text, Unit>, IRequestHandler<Test, string>, IRequestHandler<Command, int>
    {
        private const int Samples = 50, Usual = 9 * 60;

        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var (edition, template) = await Find(form.EditionId, ct);
            var counts = await db.Set<ForumGuest>().Where(g => g.EditionId == form.EditionId).GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var samples = await db.Set<ForumGuest>().Where(g => g.EditionId == form.EditionId && (g.State == GuestState.Draft || g.Id == form.GuestId)).OrderBy(g => g.Id != form.GuestId).ThenBy(g => g.NameKey).Take(Samples)
                .Select(g => new { g.Id, g.Name, g.Email, g.Organisation }).ToListAsync(ct);
            var seen = samples.Count > 0 ? samples[0] : null;
            return new(edition.Title, edition.CancelledOn is null, counts.GetValueOrDefault(GuestState.Draft), counts.GetValueOrDefault(GuestState.Sent),
                new Text { EditionId = edition.Id, Version = template.Version, Subject = template.Subject, Body = template.Body }, GuestLetters.Fill(template.Subject, edition, seen?.Name, seen?.Organisation),
                [.. GuestLetters.Fill(template.Body, edition, seen?.Name, seen?.Organisation).Split('\n', StringSplitOptions.RemoveEmptyEntries)], seen?.Name ?? seen?.Email, [.. samples.Select(s => new Sample(s.Id, s.Name ?? s.Email))]);
        }

        public async Task<Unit> Handle(Text c, CancellationToken ct)
        {
            var (edition, template) = await Find(c.EditionId, ct);
            if (template.Version != c.Version) throw new Conflict(stored: new Text { EditionId = edition.Id, Version = template.Version, Subject = template.Subject, Body = template.Body }, typed: c);
            if (db.Entry(template).State == EntityState.Detached) db.Add(template);
            template.Write(c.Subject!, c.Body!);
            return Unit.Value;
        }

        /// <returns>The address.</returns>
        public async Task<string> Handle(Test c, CancellationToken ct)
        {
            var (edition, template) = await Find(c.EditionId, ct);
            var address = await db.Users.Where(u => u.Id == user.AccountId).Select(u => u.Email).SingleOrDefaultAsync(ct) ?? throw new RuleViolation("guest.test");
            Mail.Queue(db, tenant.Space, letters.Write(tenant.Space, edition, template, address, user.Name, null, $"forum-essai:{edition.Id}:{clock.GetUtcNow().UtcTicks}", null, null));
            return address;
        }

        /// <returns>How many invitations were written.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            // A second click waits for the first, and finds nobody left.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var (edition, template) = await Find(c.EditionId, ct);
            if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
            var (now, today) = (clock.GetUtcNow(), tenant.Space.Today(clock));
            if (c.On < today || c.On > edition.StartsOn) throw new Invalid(c, nameof(c.On), "Entre aujourd’hui et le jour du forum.");
            DateTimeOffset? when = c.On is not { } on ? null : LocalTime.Instant(tenant.Space.TimeZone, on, TimeOnly.MinValue.AddMinutes(MeetingTime.Read(c.At) ?? Usual));
            if (when < now) throw new Invalid(c, nameof(c.At), "Cette heure est passée.");
            var state = c.To == Audience.Silent ? GuestState.Sent : GuestState.Draft;
            // Written to today already: a second reminder waits for tomorrow.
            var guests = (await db.Set<ForumGuest>().AsTracking().Where(g => g.EditionId == c.EditionId && g.State == state).OrderBy(g => g.NameKey).ToListAsync(ct)).FindAll(g => g.InvitedAt is null || tenant.Space.On(g.InvitedAt.Value) < today);
            if (guests.Count == 0) throw new RuleViolation("guest.nobody");
            foreach (var guest in guests)
            {
                guest.Queue(now);
                Mail.Queue(db, tenant.Space, letters.Write(tenant.Space, edition, template, guest.Email, guest.Name, guest.Organisation, $"{GuestLetters.Prefix}{guest.Id}:{guest.Times}", guest.Id, when));
            }
            return guests.Count;
        }

        private async Task<(ForumEdition, ForumTemplate)> Find(Guid id, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFound(nameof(ForumEdition));
            return (edition, await db.Set<ForumTemplate>().SingleOrDefaultAsync(t => t.EditionId == id, ct) ?? new ForumTemplate(id));
        }
    }
}
