using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>How the space numbers its decisions, when they take effect, and under which SIRET they are published.</summary>
public static class SetDecisionRules
{
    [Needs(GovernancePermissions.Settle)]
    public sealed record Form : IRequest<Filled>;

    /// <param name="Example">The number that the next decision would have.</param>
    public sealed record Filled(Command Command, string Example);

    [Needs(GovernancePermissions.Settle)]
    public sealed record Command : ICommand
    {
        public int Version { get; init; }
        [Display(Name = "Modèle de numéro")] public string? Pattern { get; init; }
        [Display(Name = "Exécutoires après ratification de tous les membres")] public bool NeedRatification { get; init; }
        [Display(Name = "SIRET")] public string? Siret { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Pattern).NotEmpty().IsLine(DecisionRules.PatternLength)
                .Must(p => p is null || DecisionRules.IsPattern(p)).WithMessage("Le modèle contient {annee}, {numero} et {instance}\u00a0; {espace} est facultatif.");
            RuleFor(c => c.Siret).Must(s => s is null || (Digits(s) is { Length: DecisionRules.SiretLength } digits && digits.All(char.IsAsciiDigit) && Siren.IsValid(digits[..Siren.Length])))
                .WithMessage("Un SIRET a quatorze chiffres\u00a0; les neuf premiers sont le SIREN.");
        }
    }

    private static string Digits(string siret) => string.Concat(siret.Where(c => !char.IsWhiteSpace(c)));

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var rules = await DecisionRules.Of(db, tenant.Space, ct);
            return new(From(rules), rules.Number(tenant.Space.Today(clock).Year, 1, "AG", tenant.Space.Acronym ?? tenant.Space.Identifier));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var rules = await db.Set<DecisionRules>().FirstOrDefaultAsync(ct);
            if ((rules?.Version ?? 0) != c.Version) throw new Conflict(stored: rules is null ? null : From(rules), typed: c);
            if (rules is null) db.Add(rules = DecisionRules.UsualFor(tenant.Space.Kind));
            rules.Set(c.Pattern!, c.NeedRatification, c.Siret is null ? null : Digits(c.Siret));
            return Unit.Value;
        }

        private static Command From(DecisionRules r) => new() { Version = r.Version, Pattern = r.Pattern, NeedRatification = r.NeedRatification, Siret = r.Siret };
    }
}
