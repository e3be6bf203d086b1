using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

public enum AccountChange { Password, Address, SecondStepOn, SecondStepOff, PasskeyAdded }

/// <summary>Tells the owner of an account what has just changed in it: whoever did not do it learns so at once.</summary>
internal sealed class AccountNotices(PlatformDb db, CurrentTenant tenant, MailSettings mail, TimeProvider clock)
{
    /// <param name="address">The former one when the address itself has changed.</param>
    public void Write(Account account, AccountChange change, string? address = null)
    {
        // Outside spaces nobody writes: a mail belongs to a space.
        if (tenant.SpaceOrNull is not { } space || !mail.Delivers(space)) return;
        var (subject, text) = change switch
        {
            AccountChange.Password => ("Votre mot de passe a changé", "Le mot de passe de votre compte vient d’être changé\u00a0; les autres sessions ouvertes sont fermées."),
            AccountChange.Address => ("Votre adresse a changé", $"Votre compte s’ouvre désormais avec l’adresse {account.Email}. Celle-ci ne sert plus à se connecter."),
            AccountChange.SecondStepOn => ("La double authentification est activée", "Votre compte demande désormais un code en plus du mot de passe."),
            AccountChange.SecondStepOff => ("La double authentification est désactivée", "Votre compte ne demande plus de code en plus du mot de passe."),
            _ => ("Une clé d’accès est ajoutée", "Une nouvelle clé d’accès ouvre désormais votre compte."),
        };
        Mail.Queue(db, space, new Letter($"account:{change}:{account.Id}:{clock.GetUtcNow().UtcTicks}", MailCategory.Account, account.Name, address ?? account.Email!, subject, subject,
            [text, "Si c’est bien vous, il n’y a rien à faire."])
        {
            Act = new("Ce n’était pas moi", $"{mail.Root(space)}/mot-de-passe-oublie", IsSecret: false),
            After = ["Choisissez alors un nouveau mot de passe avec ce lien, et prévenez la personne qui administre l’espace."],
        });
    }
}
