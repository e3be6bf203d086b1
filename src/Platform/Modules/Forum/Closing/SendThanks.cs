using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>Thanks to those who came, with the way to their opinion and their certificate; and a word, another one, to those who excused
/// themselves. Each is thanked once, whoever presses the button and however often.</summary>
public static class SendThanks
{
    /// <param name="Kind">The text that is shown and written.</param>
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId, TemplateKind Kind) : IRequest<Filled>;

    /// <param name="Came">Those who came and were not thanked yet; likewise <paramref name="Excused"/>.</param>
    /// <param name="Attended">Those who came.</param>
    public sealed record Filled(string Edition, bool IsOver, int Came, int Excused, int Thanked, int Attended, DateOnly? PurgedOn, TemplateKind Kind, Text Text, string Subject, IReadOnlyList<string> Paragraphs, string Act, string? SeenBy);

    [Needs(ForumPermissions.Organise)]
    public sealed record Text : ICommand
    {
        public Guid EditionId { get; set; }
        public TemplateKind Kind { get; set; } = TemplateKind.Thanks;
        public int Version { get; init; }
        [Display(Name = "Objet")] public string? Subject { get; init; }
        [Display(Name = "Texte")] public string? Body { get; init; }
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Test(Guid EditionId, TemplateKind Kind) : ICommand<string>;

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "À qui")] public List<TemplateKind> To { get; init; } = [];
    }

    /// <summary>Certificates: of one guest, or of all who came.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record Certificate(Guid EditionId, Guid GuestId) : IRequest<Certificates.Sheet>;

    /// <returns>How many.</returns>
    [Needs(ForumPermissions.Organise)]
    public sealed record All(Guid EditionId, Stream To) : IRequest<int>;

    internal sealed class TextValidator : AbstractValidator<Text>
    {
        public TextValidator()
        {
            RuleFor(c => c.Kind).Must(k => k is TemplateKind.Thanks or TemplateKind.Regrets);
            RuleFor(c => c.Subject).NotEmpty().IsLine(ForumTemplate.SubjectLength);
            RuleFor(c => c.Body).NotEmpty().MaximumLength(ForumTemplate.BodyLength);
            RuleFor(c => c.Subject).KnowsItsBraces();
            RuleFor(c => c.Body).KnowsItsBraces();
        }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.To).Must(t => t.Exists(k => k is TemplateKind.Thanks or TemplateKind.Regrets)).WithMessage("Cochez à qui écrire.");
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, PersonalLinks links, Certificates certificates, MailSettings mails, TimeProvider clock)
        : IRequestHandler<Form, Filled>, IRequestHandler<Text, Unit>, IRequestHandler<Test, string>, IRequestHandler<Command, int>, IRequestHandler<Certificate, Certificates.Sheet>, IRequestHandler<All, int>
    {
        private const string Prefix = "forum-merci:";

        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var (edition, template) = await Find(form.EditionId, form.Kind, ct);
            var counts = await db.Set<ForumGuest>().Where(g => g.EditionId == form.EditionId && (g.State == GuestState.Attended || g.State == GuestState.Declined))
                .GroupBy(g => new { g.State, Waits = g.ThankedAt == null && g.Email != "" }).Select(g => new { g.Key.State, g.Key.Waits, Count = g.Count() }).ToListAsync(ct);
            int Of(GuestState state, bool waits) => counts.Where(c => c.State == state && c.Waits == waits).Sum(c => c.Count);
            var state = form.Kind == TemplateKind.Regrets ? GuestState.Declined : GuestState.Attended;
            var seen = await db.Set<ForumGuest>().Where(g => g.EditionId == form.EditionId && g.State == state && g.Email != "").OrderBy(g => g.NameKey).Select(g => new { g.Name, g.Email, g.Organisation }).FirstOrDefaultAsync(ct);
            return new(edition.Title, edition.StartsOn <= tenant.Space.Today(clock) && edition.CancelledOn is null, Of(GuestState.Attended, true), Of(GuestState.Declined, true), Of(GuestState.Attended, false) + Of(GuestState.Declined, false),
                Of(GuestState.Attended, true) + Of(GuestState.Attended, false), edition.PurgedOn, form.Kind, new Text { EditionId = edition.Id, Kind = form.Kind, Version = template.Version, Subject = template.Subject, Body = template.Body },
                Braces.Fill(template.Subject, GuestLetters.Values(edition, seen?.Name, seen?.Organisation)), Lines(template, edition, seen?.Name, seen?.Organisation), form.Kind == TemplateKind.Thanks ? Yours : edition.IsPublic ? Theirs : "", seen?.Name ?? seen?.Email);
        }

        public async Task<Unit> Handle(Text c, CancellationToken ct)
        {
            var (edition, template) = await Find(c.EditionId, c.Kind, ct);
            if (template.Version != c.Version) throw new Conflict(stored: new Text { EditionId = edition.Id, Kind = c.Kind, Version = template.Version, Subject = template.Subject, Body = template.Body }, typed: c);
            if (db.Entry(template).State == EntityState.Detached) db.Add(template);
            template.Write(c.Subject!, c.Body!);
            return Unit.Value;
        }

        /// <returns>The address.</returns>
        public async Task<string> Handle(Test c, CancellationToken ct)
        {
            var (edition, template) = await Find(c.EditionId, c.Kind, ct);
            var address = await db.Users.Where(u => u.Id == user.AccountId).Select(u => u.Email).SingleOrDefaultAsync(ct) ?? throw new RuleViolation("guest.test");
            // The button is shown and leads nowhere personal: the one who tries it came as nobody.
            Mail.Queue(db, tenant.Space, Letter(edition, template, address, user.Name, null, $"forum-essai:{edition.Id}:{clock.GetUtcNow().UtcTicks}", null, Archive(edition)));
            return address;
        }

        /// <returns>How many were written to.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            // A second click waits for the first, and finds nobody left.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var edition = await ForumEdition.Of(db, c.EditionId, ct);
            if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
            if (edition.StartsOn > tenant.Space.Today(clock)) throw new RuleViolation("thanks.early");
            var until = tenant.Space.Dawn(edition.NamesUntil(tenant.Space.GuestMonths));
            var told = 0;
            foreach (var kind in c.To.Where(k => k is TemplateKind.Thanks or TemplateKind.Regrets).Distinct())
            {
                var template = await ForumTemplate.Of(db, c.EditionId, kind, ct);
                var state = kind == TemplateKind.Thanks ? GuestState.Attended : GuestState.Declined;
                foreach (var guest in await db.Set<ForumGuest>().AsTracking().Where(g => g.EditionId == c.EditionId && g.State == state && g.ThankedAt == null && g.Email != "").OrderBy(g => g.NameKey).ToListAsync(ct))
                {
                    guest.Thank(clock.GetUtcNow());
                    var act = kind == TemplateKind.Regrets ? Archive(edition) : links.Make(PersonalPurpose.Opinion, guest.Id, guest.PersonId, until) is { } own ? new Act(Yours, own, true) : null;
                    Mail.Queue(db, tenant.Space, Letter(edition, template, guest.Email, guest.Name, guest.Organisation, $"{Prefix}{guest.Id}:{(int)kind}", guest.Id, act));
                    told++;
                }
            }
            return told > 0 ? told : throw new RuleViolation("thanks.nobody");
        }

        public async Task<Certificates.Sheet> Handle(Certificate asked, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, asked.EditionId, ct);
            return await certificates.Write(edition, await db.Set<ForumGuest>().SingleOrDefaultAsync(g => g.Id == asked.GuestId && g.EditionId == asked.EditionId, ct) ?? throw new NotFound(nameof(ForumGuest)), ct);
        }

        public async Task<int> Handle(All asked, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, asked.EditionId, ct);
            var came = await db.Set<ForumGuest>().AsNoTracking().Where(g => g.EditionId == asked.EditionId && g.State == GuestState.Attended && (g.Email != "" || g.Name != Erased.Name)).OrderBy(g => g.NameKey).ThenBy(g => g.Id).ToListAsync(ct);
            if (came.Count == 0) throw new NotFound(nameof(Certificates));
            await certificates.WriteAll(edition, came, asked.To, ct);
            return came.Count;
        }

        private const string Yours = "Donner mon avis, prendre mon attestation", Theirs = "Voir ce qui s’est dit";

        private Act? Archive(ForumEdition edition) => edition.IsPublic && mails.Root(tenant.Space) is { } root ? new(Theirs, $"{root}/public/forum/{edition.Id}", false) : null;

        private Letter Letter(ForumEdition edition, ForumTemplate template, string email, string? name, string? organisation, string key, Guid? guestId, Act? act) =>
            new(key, MailCategory.Meetings, name, email, Braces.Fill(template.Subject, GuestLetters.Values(edition, name, organisation)), $"Remerciement : {edition.Title}", Lines(template, edition, name, organisation))
            {
                Act = act, After = guestId is not null && act is { IsSecret: true } ? [$"Ce lien est à vous seul. Le {French.Date(edition.NamesUntil(tenant.Space.GuestMonths))}, votre nom sera effacé de la liste et le lien ne servira plus."] : [],
                SubjectId = guestId, About = edition.Title, IsDirect = true, CausedById = user.AccountId,
            };

        private static IReadOnlyList<string> Lines(ForumTemplate template, ForumEdition edition, string? name, string? organisation) =>
            Braces.Paragraphs(template.Body, GuestLetters.Values(edition, name, organisation));

        private async Task<(ForumEdition, ForumTemplate)> Find(Guid id, TemplateKind kind, CancellationToken ct) => (await ForumEdition.Of(db, id, ct), await ForumTemplate.Of(db, id, kind, ct));
    }
}
