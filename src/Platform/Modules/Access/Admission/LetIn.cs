using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Access;

/// <summary>Lets somebody into the space by e-mail. The answer is a code to hand over, whether the account exists elsewhere or not:
/// the administrator learns nothing of other spaces, and another space's administrator who would have made that account first cannot
/// come in here without the code.</summary>
public static class LetIn
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Form : IRequest<IReadOnlyList<PersonOptions.Row>>;

    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<string>
    {
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Rôles")] public List<Roles> Roles { get; init; } = [];
        [Display(Name = "Personne")] public Guid? PersonId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(200).EmailAddress().Must(e => e?.Any(char.IsWhiteSpace) != true).WithMessage("Une adresse, sans espace.");
            RuleFor(c => c.Name).NotEmpty().MaximumLength(120);
            RuleFor(c => c.Roles).AreRoles();
        }
    }

    internal sealed class FormHandler(IMediator mediator) : IRequestHandler<Form, IReadOnlyList<PersonOptions.Row>>
    {
        public Task<IReadOnlyList<PersonOptions.Row>> Handle(Form form, CancellationToken ct) => mediator.Send(new PersonOptions.Query(), ct);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, UserManager<Account> users, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            if (c.PersonId is { } person && !(await mediator.Send(new AreKnown.Query([], [person]), ct)).People)
                throw new Invalid(c, nameof(c.PersonId), "Choisissez dans la liste.");
            var now = clock.GetUtcNow();
            var account = await users.FindByEmailAsync(c.Email!);
            if (account is null)
            {
                account = new Account(c.Email!, c.Name!, now) { EmailConfirmed = false };
                (await users.CreateAsync(account)).OrThrow(c, nameof(c.Email));
            }
            var known = await db.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id, ct);
            if (known is not null)
                throw new Invalid(c, nameof(c.Email), known.EndedAt is null
                    ? "Cette personne a déjà un accès à l’espace\u00a0: ses rôles se changent dans la liste."
                    : "Cette personne a déjà eu un accès à l’espace\u00a0: rouvrez-le dans la liste des accès terminés.");
            var membership = new Membership(account.Id, c.Name!, AccessFields.Sum(c.Roles), now);
            membership.StandFor(c.PersonId);
            var code = AccessCode.New();
            membership.Await(AccessCode.Digest(code), now + AccessCode.Lasts);
            db.Add(membership);
            return code;
        }
    }
}
