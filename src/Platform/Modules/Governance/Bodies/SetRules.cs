using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>What the statutes say of a body's votes: quorum, majority, proxies, colleges and weights.</summary>
public static class SetRules
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Filled>;

    public sealed record Filled(string Body, IReadOnlyDictionary<Guid, string> Seats, Command Command);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Abrégé")] public string? Code { get; init; }
        [Display(Name = "Quorum")] public Quorum? Quorum { get; init; }
        [Display(Name = "Quorum dans chaque collège")] public bool ByCollege { get; init; }
        [Display(Name = "Règle de vote")] public Majority? Majority { get; init; }
        [Display(Name = "Pouvoirs par personne")] public int? ProxiesEach { get; init; }
        [Display(Name = "Pouvoirs comptés dans le quorum")] public bool ProxiesMakeQuorum { get; init; }
        [Display(Name = "Texte de la règle")] public string? Source { get; init; }
        [Display(Name = "Collèges et voix")] public List<SeatRule> Seats { get; init; } = [];
    }

    public sealed record SeatRule
    {
        public Guid MandateId { get; init; }
        [Display(Name = "Collège")] public string? College { get; init; }
        [Display(Name = "Voix")] public int? Weight { get; init; }

        public override string ToString() => $"{College} {Weight}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().MaximumLength(Body.CodeLength)
                .Must(code => code is null || code.All(ch => char.IsAsciiLetterOrDigit(ch) || ch is '-' or '_')).WithMessage("Des lettres sans accent, des chiffres et des tirets.");
            RuleFor(c => c.Quorum).NotNull().IsInEnum();
            RuleFor(c => c.Majority).NotNull().IsInEnum();
            RuleFor(c => c.ProxiesEach).NotNull().InclusiveBetween(0, Body.MostProxies);
            RuleFor(c => c.Source).IsLine(Body.RuleSourceLength);
            RuleFor(c => c.ByCollege).Must((c, by) => !by || c.Quorum != Contract.Quorum.None).WithMessage("Choisissez d’abord un quorum.");
            RuleFor(c => c.ByCollege).Must((c, by) => !by || c.Seats.Exists(s => s.College is not null)).WithMessage("Donnez d’abord un collège à chaque siège, plus bas.");
            RuleForEach(c => c.Seats).ChildRules(seat =>
            {
                seat.RuleFor(s => s.College).IsLine(Mandate.CollegeLength);
                seat.RuleFor(s => s.Weight).NotNull().InclusiveBetween(1, Mandate.MostWeight);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var body = await db.Set<Body>().AsNoTracking().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == form.Id, ct) ?? throw new NotFound(nameof(Body));
            var seats = Voting(body).ToList();
            var names = await mediator.Send(new NamesOf.Query(seats.SelectMany(m => new[] { m.PersonId, m.OrganisationId })), ct);
            string Said(Mandate m) => string.Join(", ", new[] { m.Title, m.OrganisationId is { } o ? names[o].Name : null, m.PersonId is { } p ? names[p].Name : "vacant" }.OfType<string>());
            return new(body.Name, seats.ToDictionary(m => m.Id, Said), From(body));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var body = await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(Body));
            if (body.Version != c.Version) throw new Conflict(stored: From(body), typed: c);
            var code = c.Code!.ToUpperInvariant();
            if (await db.Set<Body>().AnyAsync(b => b.Code == code && b.Id != c.Id && b.Decides && b.EndedOn == null, ct) && body.Decides)
                throw new Invalid(c, nameof(c.Code), "Une autre instance qui décide porte déjà cet abrégé.");
            body.Rule(code, c.Quorum!.Value, c.ByCollege, c.Majority!.Value, c.ProxiesEach!.Value, c.ProxiesMakeQuorum, c.Source);
            foreach (var seat in c.Seats) body.MandateOf(seat.MandateId).Count(seat.College, seat.Weight!.Value);
            db.Touch(body);
            return Unit.Value;
        }

        private IEnumerable<Mandate> Voting(Body body) => body.Mandates.Where(m => m.Votes && !(m.End < tenant.Space.Today(clock)))
            .OrderBy(m => m.Function).ThenBy(m => m.Start).ThenBy(m => m.Id);

        private Command From(Body b) => new()
        {
            Id = b.Id, Version = b.Version, Code = b.Code, Quorum = b.Quorum, ByCollege = b.QuorumByCollege, Majority = b.Majority, ProxiesEach = b.ProxiesEach,
            ProxiesMakeQuorum = b.ProxiesMakeQuorum, Source = b.RuleSource,
            Seats = [.. Voting(b).Select(m => new SeatRule { MandateId = m.Id, College = m.College, Weight = m.Weight })],
        };
    }
}
