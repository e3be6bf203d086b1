using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>Enters a decision taken elsewhere than in a session of the platform (no <c>Id</c>), or corrects one. Its number, once given, stays.</summary>
public static class SaveDecision
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid? Id) : IRequest<Filled>;

    /// <param name="Code">Null: it has none yet.</param>
    public sealed record Filled(Command Command, IReadOnlyList<Choice> Bodies, string? Code, string? Title);

    public sealed record Choice(Guid Id, string Name);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Instance")] public Guid? BodyId { get; init; }
        [Display(Name = "Date")] public DateOnly? Date { get; init; }
        /// <summary>Given on paper before; null: the next one.</summary>
        [Display(Name = "Numéro déjà donné")] public string? Code { get; init; }
        [Display(Name = "Intitulé")] public string? Title { get; init; }
        [Display(Name = "Texte")] public string? Text { get; init; }
        [Display(Name = "Matière")] public string? Subject { get; init; }
        [Display(Name = "Résultat")] public Outcome? Outcome { get; init; }
        [Display(Name = "Précision")] public string? Note { get; init; }
        [Display(Name = "Membres en exercice")] public int? Seats { get; init; }
        [Display(Name = "Présents")] public int? Present { get; init; }
        [Display(Name = "Pour")] public int? VotesFor { get; init; }
        [Display(Name = "Contre")] public int? VotesAgainst { get; init; }
        [Display(Name = "Abstentions")] public int? Abstentions { get; init; }
        [Display(Name = "N’ont pas pris part")] public int? Recused { get; init; }

        internal static Command From(Decision d) => new()
        {
            Id = d.Id, Version = d.Version, BodyId = d.BodyId, Date = d.Date, Code = d.Code, Title = d.Title, Text = d.Text, Subject = d.Subject, Outcome = d.Outcome, Note = d.OutcomeNote,
            Seats = d.Seats, Present = d.Present, VotesFor = d.VotesFor, VotesAgainst = d.VotesAgainst, Abstentions = d.Abstentions, Recused = d.Recused,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.BodyId).NotNull().When(c => c.Id is null);
            RuleFor(c => c.Date).NotNull().When(c => c.Id is null);
            RuleFor(c => c.Date).Must(d => d is null || d <= tenant.Space.Today(clock)).WithMessage("Cette date est à venir.");
            RuleFor(c => c.Code).IsLine(Decision.CodeLength);
            RuleFor(c => c.Title).IsNameLine(Decision.TitleLength);
            RuleFor(c => c.Text).MaximumLength(Decision.TextLength);
            RuleFor(c => c.Subject).IsActSubject();
            RuleFor(c => c.Outcome).NotNull().IsInEnum();
            RuleFor(c => c.Note).IsLine(Decision.NoteLength);
            RuleFor(c => c.Seats).IsVoteCount();
            RuleFor(c => c.Present).IsVoteCount();
            RuleFor(c => c.VotesFor).IsVoteCount();
            RuleFor(c => c.VotesAgainst).IsVoteCount();
            RuleFor(c => c.Abstentions).IsVoteCount();
            RuleFor(c => c.Recused).IsVoteCount();
            RuleFor(c => c.Present).Must((c, present) => present is null || c.Seats is null || present <= c.Seats).WithMessage("Plus de présents que de membres en exercice.");
            RuleFor(c => c.VotesFor).NotNull().When(c => c.VotesAgainst is not null || c.Abstentions is not null).WithMessage("Donnez aussi les voix pour.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Guid>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var decision = form.Id is not { } id ? null : await db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotFound(nameof(Decision));
            return new(decision is null ? new Command { Outcome = Contract.Outcome.Adopted } : Command.From(decision),
                await db.Set<Body>().Where(b => b.Decides).OrderBy(b => b.Kind).ThenBy(b => b.NameKey).Select(b => new Choice(b.Id, b.Name)).ToListAsync(ct), decision?.Code, decision?.Title);
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var decision = c.Id is not { } id ? null : await db.Set<Decision>().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotFound(nameof(Decision));
            if (decision is not null && decision.Version != c.Version) throw new Conflict(stored: Command.From(decision), typed: c);
            if (decision is null)
            {
                if (!await db.Set<Body>().AnyAsync(b => b.Id == c.BodyId && b.Decides, ct)) throw new Invalid(c, nameof(c.BodyId), "Choisissez dans la liste une instance qui décide.");
                db.Add(decision = new Decision(c.BodyId!.Value, c.Date!.Value, c.Title!));
            }
            decision.Describe(c.Title!, c.Text, c.Subject);
            decision.Conclude(c.Outcome!.Value, c.Note);
            decision.Count(c.Seats, c.Present, c.VotesFor, c.VotesAgainst, c.Abstentions, c.Recused);
            if (decision.Code is null && c.Code is not null) await TakeOver(c, decision, ct);
            else if (decision.Code is null && c.Outcome != Contract.Outcome.Deferred) await Numbering.Number(db, tenant.Space, decision, ct);
            await SearchTerms.Replace(db, SearchKind.Decision, decision.Id, decision.Searched, ct);
            return decision.Id;
        }

        // A number from the paper register takes its rank, so that the next ones follow it.
        private async Task TakeOver(Command c, Decision decision, CancellationToken ct)
        {
            if (await db.Set<Decision>().AnyAsync(d => d.Code == c.Code, ct)) throw new Invalid(c, nameof(c.Code), "Ce numéro est déjà au registre.");
            var body = await db.Set<Body>().Where(b => b.Id == decision.BodyId).Select(b => b.Code).SingleAsync(ct);
            var rank = (await DecisionRules.Of(db, tenant.Space, ct)).RankIn(c.Code!, decision.Date.Year, body, tenant.Space.Acronym ?? tenant.Space.Identifier);
            decision.NumberAs(rank, decision.Date.Year, c.Code!);
        }
    }
}
