using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Access;

/// <summary>Invites somebody into the space by e-mail. The answer is the same whether the account exists elsewhere or not: the
/// administrator learns nothing of other spaces, and another space's administrator who would have made that account first cannot
/// come in here without the link.</summary>
public static class Invite
{
    /// <param name="PersonId">Somebody of the directory, whose name and address are then filled in.</param>
    [Needs(AccessPermissions.Manage)]
    public sealed record Form(Guid? PersonId) : IRequest<View>;

    /// <param name="ByMail">Mails reach people: the link is sent. Otherwise it is shown, to be handed over.</param>
    public sealed record View(IReadOnlyList<PersonOptions.Row> People, bool ByMail, Command First);

    /// <param name="Link">To be handed over; null when it was mailed.</param>
    public sealed record Sent(string Name, string Email, string? Link);

    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<Sent>
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
            RuleFor(c => c.Email).NotEmpty().IsEmail(200);
            RuleFor(c => c.Name).IsNameLine(120);
            RuleFor(c => c.Roles).AreRoles();
        }
    }

    internal sealed class FormHandler(IMediator mediator, Invitations invitations) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var whom = form.PersonId is { } person ? (await mediator.Send(new AddressesOf.Query([person]), ct)).SingleOrDefault() : null;
            return new(await mediator.Send(new PersonOptions.Query(), ct), invitations.ByMail, new() { Roles = [Roles.Reader], PersonId = whom?.Id, Name = whom?.Name, Email = whom?.Email });
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, UserManager<Account> users, Invitations invitations, TimeProvider clock) : IRequestHandler<Command, Sent>
    {
        public async Task<Sent> Handle(Command c, CancellationToken ct)
        {
            if (c.PersonId is { } person && !(await mediator.Send(new AreKnown.Query([], [person]), ct)).People)
                throw new Invalid(c, nameof(c.PersonId), "Choisissez dans la liste.");
            var account = await users.FindByEmailAsync(c.Email!);
            if (account is null)
            {
                account = new Account(c.Email!, c.Name!, clock.GetUtcNow()) { EmailConfirmed = false };
                (await users.CreateAsync(account)).OrThrow(c, nameof(c.Email));
            }
            var known = await db.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id, ct);
            if (known is not null)
                throw new Invalid(c, nameof(c.Email), known.IsErased ? "Cette personne a été effacée de l’espace à sa demande\u00a0: elle n’y revient qu’avec une autre adresse."
                    : known.EndedAt is not null ? "Cette personne a déjà eu un accès à l’espace\u00a0: rouvrez-le dans la liste des accès terminés."
                    : known.InvitationHash is not null ? "Cette personne est déjà invitée\u00a0: l’invitation se renvoie depuis la liste."
                    : "Cette personne a déjà un accès à l’espace\u00a0: ses rôles se changent dans la liste.");
            var membership = new Membership(account.Id, c.Name!, AccessFields.Sum(c.Roles), clock.GetUtcNow());
            membership.StandFor(c.PersonId);
            db.Add(membership);
            return new(c.Name!, c.Email!, await invitations.Send(membership, account.Email!, ct));
        }
    }
}
