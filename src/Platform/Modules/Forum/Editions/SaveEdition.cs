using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Forum.Series;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>An edition by hand (no <c>Id</c>), or changes to one. Answers its identifier.</summary>
public static class SaveEdition
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid? Id) : IRequest<Filled>;

    /// <param name="Followers">Milestones that will follow if the day moves.</param>
    /// <param name="Stayers">Those that were moved by hand, and will not.</param>
    /// <param name="Told">Guests who will be written to if the day, the hour or the place changes.</param>
    public sealed record Filled(Command Command, IReadOnlyList<OrganisationOptions.Row> Hosts, string? Title, int Followers, int Stayers, int Told);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Titre")] public string? Title { get; init; }
        [Display(Name = "Premier jour")] public DateOnly? StartsOn { get; init; }
        [Display(Name = "Dernier jour")] public DateOnly? EndsOn { get; init; }
        [Display(Name = "Début")] public string? Start { get; init; }
        [Display(Name = "Fin")] public string? End { get; init; }
        [Display(Name = "Lieu")] public string? Place { get; init; }
        [Display(Name = "Adresse")] public string? Address { get; init; }
        [Display(Name = "Venir")] public string? Access { get; init; }
        [Display(Name = "Accessibilité du lieu")] public string? Accessibility { get; init; }
        [Display(Name = "Lien en ligne")] public string? OnlineLink { get; init; }
        [Display(Name = "Places")] public int? Capacity { get; init; }
        [Display(Name = "Inscriptions du")] public DateOnly? RegistrationFrom { get; init; }
        [Display(Name = "Inscriptions jusqu’au")] public DateOnly? RegistrationUntil { get; init; }
        [Display(Name = "Accompagnants, au plus")] public int? MostCompanions { get; init; } = 0;
        [Display(Name = "Inscription ouverte à tous")] public bool IsOpenToAll { get; init; }
        [Display(Name = "Place rendue")] public WaitingMode? Waiting { get; init; } = WaitingMode.Automatic;
        [Display(Name = "Place proposée pendant")] public int? OfferHours { get; init; } = ForumEdition.UsualOfferHours;
        [Display(Name = "Relances envoyées d’elles-mêmes")] public bool ChasesByItself { get; init; }
        [Display(Name = "Relance sans réponse après")] public int? ChaseAfterDays { get; init; }
        [Display(Name = "Accueilli par")] public Guid? HostId { get; init; }
        [Display(Name = "Présentation")] public string? Summary { get; init; }
        [Display(Name = "Note de budget")] public string? BudgetNote { get; init; }
        [Display(Name = "Page publique")] public bool IsPublic { get; init; }

        internal static Command From(ForumEdition e) => new()
        {
            Id = e.Id, Version = e.Version, Title = e.Title, StartsOn = e.StartsOn, EndsOn = e.EndsOn, Start = MeetingTime.Field(e.StartMinute), End = MeetingTime.Field(e.EndMinute), Place = e.Place, Address = e.Address,
            Access = e.Access, Accessibility = e.Accessibility, OnlineLink = e.OnlineLink, Capacity = e.Capacity, RegistrationFrom = e.RegistrationFrom, RegistrationUntil = e.RegistrationUntil, HostId = e.HostId,
            MostCompanions = e.MostCompanions, IsOpenToAll = e.IsOpenToAll, Waiting = e.Waiting, OfferHours = e.OfferHours, ChasesByItself = e.ChasesByItself, ChaseAfterDays = e.ChaseAfterDays, Summary = e.Summary, BudgetNote = e.BudgetNote, IsPublic = e.IsPublic,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsNameLine(ForumEdition.TitleLength);
            RuleFor(c => c.StartsOn).NotNull();
            RuleFor(c => c.StartsOn).Must(d => d is null || d.Value.Year is >= 2000 and <= 2199).WithMessage("Vérifiez l’année.");
            RuleFor(c => c.EndsOn).Must((c, end) => end is null || c.StartsOn is null || end >= c.StartsOn).WithMessage("Le dernier jour ne vient pas avant le premier.");
            RuleFor(c => c.EndsOn).Must((c, end) => end is null || c.StartsOn is null || end.Value.DayNumber - c.StartsOn.Value.DayNumber < ForumEdition.LongestDays).WithMessage($"Au plus {ForumEdition.LongestDays} jours.");
            RuleFor(c => c.Start).IsTime();
            RuleFor(c => c.End).IsTime();
            RuleFor(c => c.End).Must((c, end) => MeetingTime.Read(end) is not { } e || c.EndsOn > c.StartsOn || (MeetingTime.Read(c.Start) is { } s && e > s)).WithMessage("La fin vient après le début.");
            RuleFor(c => c.Place).IsLine(ForumEdition.PlaceLength);
            RuleFor(c => c.Address).IsLine(ForumEdition.AddressLength);
            RuleFor(c => c.Access).MaximumLength(ForumEdition.NotesLength);
            RuleFor(c => c.Accessibility).MaximumLength(ForumEdition.NotesLength);
            RuleFor(c => c.OnlineLink).IsWebSite(ForumEdition.LinkLength);
            RuleFor(c => c.Capacity).InclusiveBetween(1, ForumSeries.MostPlaces);
            RuleFor(c => c.MostCompanions).NotNull().InclusiveBetween(0, ForumGuest.MostCompanions);
            RuleFor(c => c.Waiting).NotNull().IsInEnum();
            RuleFor(c => c.OfferHours).NotNull().InclusiveBetween(1, ForumEdition.MostOfferHours);
            RuleFor(c => c.ChaseAfterDays).InclusiveBetween(1, ForumEdition.MostChaseDays);
            RuleFor(c => c.RegistrationUntil).Must((c, until) => until is null || c.RegistrationFrom is null || until >= c.RegistrationFrom).WithMessage("Les inscriptions se ferment après leur ouverture.");
            RuleFor(c => c.Summary).MaximumLength(ForumEdition.SummaryLength);
            RuleFor(c => c.BudgetNote).MaximumLength(ForumEdition.NotesLength);
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Places places, TellGuests tell, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Guid>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var edition = form.Id is not { } id ? null : await db.Set<ForumEdition>().AsNoTracking().Include(e => e.Milestones).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFound(nameof(ForumEdition));
            var hosts = await mediator.Send(new OrganisationOptions.Query([.. edition?.HostId is { } host ? [host] : Array.Empty<Guid>()]), ct);
            return new(edition is null ? new Command() : Command.From(edition), hosts, edition?.Title,
                edition?.Milestones.Count(m => m is { DoneOn: null, IsMoved: false }) ?? 0, edition?.Milestones.Count(m => m is { DoneOn: null, IsMoved: true }) ?? 0,
                edition is null || edition.CancelledOn is not null || edition.EndsOn < tenant.Space.Today(clock) ? 0 : await TellGuests.Expected(db, edition.Id).CountAsync(ct));
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            // The places are counted anew: nobody answers meanwhile.
            if (c.Id is { } locked) await db.Lock<ForumEdition>(locked, ct);
            var edition = c.Id is not { } id ? null : await db.Set<ForumEdition>().Include(e => e.Milestones).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFound(nameof(ForumEdition));
            if (edition is not null && edition.Version != c.Version) throw new Conflict(stored: Command.From(edition), typed: c);
            if (c.HostId is { } host && !(await mediator.Send(new AreKnown.Query([host], []), ct)).Organisations) throw new Invalid(c, nameof(c.HostId), "Choisissez dans la liste.");
            var (first, last) = (c.StartsOn!.Value, c.EndsOn ?? c.StartsOn.Value);
            var (from, until) = (c.RegistrationFrom, c.RegistrationUntil);
            if (edition is null) db.Add(edition = new ForumEdition(null, c.Title!, first));
            else
            {
                var days = last.DayNumber - first.DayNumber;
                if (await db.Set<ForumSession>().AnyAsync(s => s.EditionId == edition.Id && s.Day > days && s.StartMinute != null, ct))
                    throw new Invalid(c, nameof(c.EndsOn), "Des séances sont prévues après ce jour\u00a0: déplacez-les d’abord.");
                // What was left as it stood moves with the day; what was typed is what was meant.
                var moved = first.DayNumber - edition.StartsOn.DayNumber;
                if (moved != 0 && from is not null && from == edition.RegistrationFrom) from = from.Value.AddDays(moved);
                if (moved != 0 && until is not null && until == edition.RegistrationUntil) until = until.Value.AddDays(moved);
                db.Touch(edition);
            }
            if (until > last) throw new Invalid(c, nameof(c.RegistrationUntil), "Les inscriptions se ferment avant la fin du forum.");
            var before = Said(edition);
            edition.Describe(c.Title!, c.Summary, c.HostId, c.BudgetNote, c.Capacity, c.IsPublic);
            edition.Welcome(c.Place, c.Address, c.Access, c.Accessibility, c.OnlineLink is null ? null : TextRules.WebAddress(c.OnlineLink));
            edition.Hold(first, last, MeetingTime.Read(c.Start), MeetingTime.Read(c.End));
            edition.Register(from, until);
            edition.Receive(c.MostCompanions!.Value, c.IsOpenToAll, c.Waiting!.Value, c.OfferHours!.Value);
            edition.Chase(c.ChasesByItself, c.ChaseAfterDays);
            if (c.Id is null) return edition.Id;
            await db.SaveChangesAsync(ct);
            var changes = before.Zip(Said(edition)).Where(x => x.First != x.Second).Select(x => (x.First.What, x.First.Said, x.Second.Said)).ToList();
            if (changes.Count > 0 && edition.CancelledOn is null && edition.EndsOn >= tenant.Space.Today(clock)) await tell.Moved(edition, changes, ct);
            await places.Fill(edition, ct);
            return edition.Id;
        }

        /// <summary>What guests are told of when it changes.</summary>
        private static List<(string What, string Said)> Said(ForumEdition e) =>
        [
            ("Date", EditionWords.Days(e.StartsOn, e.EndsOn)), ("Heures", MeetingTime.Span(e.StartMinute, e.EndMinute) is { Length: > 0 } span ? span : "à préciser"),
            ("Lieu", e.Place ?? "à préciser"), ("Adresse", e.Address ?? "à préciser"), (TellGuests.Online, e.OnlineLink ?? "aucun"),
        ];
    }
}
