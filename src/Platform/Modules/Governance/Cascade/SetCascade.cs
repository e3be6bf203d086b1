using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

/// <summary>Which members a decision concerns, what each has to do at home and by when. One line opens for each.</summary>
public static class SetCascade
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Filled>;

    public sealed record Filled(Decision Decision, IReadOnlyList<OrganisationOptions.Row> Members, Command Command);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<int>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Ce qui est attendu")] public string? Expected { get; init; }
        [Display(Name = "Pour le")] public DateOnly? By { get; init; }
        [Display(Name = "Membres concernés")] public List<Guid> HolderIds { get; init; } = [];
        [Display(Name = "Prévenir les membres")] public bool Tell { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Expected).NotEmpty().MaximumLength(Decision.ExpectedLength);
            RuleFor(c => c.HolderIds).NotEmpty().WithMessage("Cochez au moins un membre.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator, CascadeLetters letters) : IRequestHandler<Form, Filled>, IRequestHandler<Command, int>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var decision = await db.Set<Decision>().AsNoTracking().Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == form.Id, ct) ?? throw new NotFound(nameof(Decision));
            var chosen = decision.Lines.ConvertAll(l => l.OrganisationId);
            var members = await mediator.Send(new OrganisationOptions.Query(chosen, RoleKind.Member), ct);
            return new(decision, members, new Command
            {
                Id = decision.Id, Version = decision.Version, Expected = decision.Expected ?? "Inscrire à l’ordre du jour du conseil et délibérer",
                By = decision.ExpectedBy ?? (chosen.Count > 0 ? null : tenant.Space.Today(clock).AddMonths(3)), HolderIds = chosen.Count > 0 ? chosen : [.. members.Select(m => m.Id)], Tell = chosen.Count == 0,
            });
        }

        /// <returns>How many people are told.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var decision = await db.Set<Decision>().Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == c.Id, ct) ?? throw new NotFound(nameof(Decision));
            if (decision.Version != c.Version) throw new Conflict();
            var wanted = c.HolderIds.Distinct().ToList();
            if (!(await mediator.Send(new AreKnown.Query(wanted, []), ct)).Organisations) throw new Invalid(c, nameof(c.HolderIds), "Choisissez dans la liste.");
            var filed = await DocumentsOf.Kept(db, decision.Lines.ConvertAll(l => l.Id), ct);
            foreach (var line in decision.Lines.Where(l => !wanted.Contains(l.OrganisationId)).ToList())
            {
                // What a member's council has voted is a fact: it stays.
                if (line.IsAct || filed.Contains(line.Id)) throw new RuleViolation("cascade.told");
                decision.Lines.Remove(line);
            }
            decision.Expect(c.Expected, c.By);
            var fresh = wanted.Where(id => !decision.Lines.Exists(l => l.OrganisationId == id)).Select(id => new CascadeLine(decision.Id, id, tenant.Space.Today(clock))).ToList();
            foreach (var line in fresh) decision.Lines.Add(db.Add(line).Entity);
            db.Touch(decision);
            return c.Tell ? await letters.Asked(tenant.Space, decision, [.. fresh.Select(l => l.OrganisationId)], ct) : 0;
        }
    }
}

/// <summary>The mails of the cascade.</summary>
internal sealed class CascadeLetters(PlatformDb db, IMediator mediator, MailSettings mails, TimeProvider clock)
{
    /// <summary>A decision asks something of these members: those who sit for them are told.</summary>
    public async Task<int> Asked(Space space, Decision decision, IReadOnlyCollection<Guid> members, CancellationToken ct)
    {
        var root = mails.Root(space);
        var told = await Speakers.Of(db, mediator, members, space.Today(clock), ct);
        foreach (var (member, person) in told)
            Mail.Queue(db, space, new Letter($"declinaison:{decision.Id}:{decision.Version}:{member}:{person.Id}", MailCategory.Decisions, person.Name, person.Email!, $"À décliner : {decision.Title}", $"Déclinaison de {decision.Code ?? decision.Title}, pour {person.Name}",
                [$"Une décision prise ensemble demande un acte de votre conseil : {decision.Title}{(decision.Code is null ? "" : $" ({decision.Code})")}.", $"{decision.Expected}{(decision.ExpectedBy is { } by ? $", pour le {French.Date(by)}" : "")}."])
            {
                Act = root is null ? null : new("Lire ce que le conseil doit examiner", $"{root}/membres/{member}/conseil", false), SubjectId = decision.Id, About = decision.Label, IsDirect = true,
            });
        return told.Select(t => t.Person.Id).Distinct().Count();
    }
}
