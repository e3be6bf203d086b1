using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>What the accounts' mails say.</summary>
internal static class AccessLetters
{
    public static Letter Invitation(Membership invited, string email, string by, Space space, string link, DateTimeOffset until) =>
        new($"{Invitations.KeyOf(invited)}{invited.InvitationHash![..16]}", MailCategory.Account, invited.Name, email,
            by.Length > 0 ? $"{by} vous invite dans l’espace {space.ShortName}" : $"Votre invitation dans l’espace {space.ShortName}", $"Invitation de {invited.Name}",
            [
                $"{(by.Length > 0 ? $"{by} vous ouvre" : "Vous avez désormais")} un accès à l’espace {space.Name}, où se suivent les {space.Words.Commitment.Plural} de ses membres.",
                string.Join(" ", RoleMap.Each(invited.Roles).Select(r => $"{EnumNames.Of(r)}\u00a0: {Word.Lower(RoleMap.PurposeOf(r))}")),
            ])
        {
            Act = new("Accepter l’invitation", link, IsSecret: true),
            After = [$"Ce lien est personnel et vaut jusqu’au {French.Date(space.On(until))}. Si vous n’attendiez pas cette invitation, ne faites rien\u00a0: aucun accès n’est ouvert sans vous."],
            SubjectId = invited.Id,
        };

    public static Letter NewPassword(Account account, AccountLink stored, string link) =>
        new($"password:{stored.Id}", MailCategory.Account, account.Name, account.Email!, "Choisir un nouveau mot de passe", "Mot de passe oublié",
            [$"Vous avez demandé un nouveau mot de passe pour votre compte {account.Email}."])
        {
            Act = new("Choisir un nouveau mot de passe", link, IsSecret: true),
            After = ["Ce lien vaut une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe reste le même."],
        };

    public static Letter NewAddress(Account account, AccountLink stored, string link) =>
        new($"address:{stored.Id}", MailCategory.Account, account.Name, stored.Address!, "Confirmez votre nouvelle adresse", "Changement d’adresse",
            [$"Vous avez demandé à vous connecter désormais avec l’adresse {stored.Address}."])
        {
            Act = new("Confirmer cette adresse", link, IsSecret: true),
            After = ["Ce lien vaut une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien\u00a0: rien ne change."],
        };
}
