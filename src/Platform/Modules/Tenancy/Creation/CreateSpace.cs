using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Modules.Tenancy;

/// <summary>Opens a space. Its creator administers it; the platform itself (command line) grants accesses afterwards.</summary>
public static class CreateSpace
{
    [AnyAccount(Operator = true)]
    public sealed record Form : IRequest<Command>;

    [AnyAccount(Operator = true)]
    public sealed record Command : ICommand<Answer>
    {
        [Display(Name = "Nature")] public TenantKind? Kind { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Sigle")] public string? Acronym { get; init; }
        [Display(Name = "Identifiant")] public string? Identifier { get; init; }
        [Display(Name = "SIREN")] public string? Siren { get; init; }
        [Display(Name = "Fuseau horaire")] public string? TimeZone { get; init; } = TimeZones.All[0].Id;
        /// <summary>Never bound from a form: only the platform makes demonstrations.</summary>
        internal bool IsDemonstration { get; init; }
    }

    public sealed record Answer(Guid Id, string Identifier);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotNull().WithMessage("Choisissez la nature de l’espace.").IsInEnum();
            RuleFor(c => c.Name).IsSpaceName();
            RuleFor(c => c.Acronym).MaximumLength(Tenant.AcronymLength);
            RuleFor(c => c.Siren).IsSiren();
            RuleFor(c => c.TimeZone).Must(TimeZones.Knows).WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.Identifier).Must(i => i is null || Tenant.IsIdentifier(i)).WithMessage(RuleSentences.For("tenant.identifier"));
        }
    }

    internal sealed class FormHandler : IRequestHandler<Form, Command>
    {
        public Task<Command> Handle(Form form, CancellationToken ct) => Task.FromResult(new Command());
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser me, TimeProvider clock) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command c, CancellationToken ct)
        {
            if (c.Identifier is not null && await db.Tenants.AnyAsync(t => t.Identifier == c.Identifier, ct))
                throw new Invalid(c, nameof(c.Identifier), RuleSentences.For("tenant.identifier.taken"));
            var identifier = c.Identifier ?? await Free(Tenant.Propose(c.Name!, c.Acronym), ct);
            var created = new Tenant(identifier, c.Kind!.Value, c.Name!, c.Acronym, clock.GetUtcNow());
            created.Rename(c.Name!, c.Acronym, c.Siren);
            created.Place(c.TimeZone!);
            if (c.IsDemonstration) created.MarkAsDemonstration();
            // From here on the scope is in the new space: its first rows can be written, and audited.
            tenant.Enter(SpaceDirectory.Shape.Compile()(created));
            db.Add(created);
            if (me.AccountId is { } creator) db.Add(new Membership(creator, me.Name, Roles.Administrator, clock.GetUtcNow()));
            return new(created.Id, identifier);
        }

        private async Task<string> Free(string wanted, CancellationToken ct)
        {
            var taken = await db.Tenants.Where(t => t.Identifier.StartsWith(wanted)).Select(t => t.Identifier).ToListAsync(ct);
            return !taken.Contains(wanted) ? wanted : Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(i => !taken.Contains(i));
        }
    }
}
