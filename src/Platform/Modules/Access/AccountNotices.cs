using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

public enum AccountChange { Password, Address, SecondStepOn, SecondStepOff, RecoveryUsed, RecoveryRenewed, PasskeyAdded, PasskeyRemoved }

/// <summary>Tells the owner of an account what has just changed in it: whoever did not do it learns so at once.</summary>
internal sealed class AccountNotices(PlatformDb db, CurrentTenant tenant, TenantScopes scopes, SpacesOf spaces, MailSettings mail, TimeProvider clock)
{
    /// <param name="address">The former one when the address itself has changed.</param>
    public async Task Write(Account account, AccountChange change, CancellationToken ct, string? address = null)
    {
        var (subject, text) = Said(account, change);
        var command = new TellOwner.Command($"account:{change}:{account.Id}:{clock.GetUtcNow().UtcTicks}", account.Name, address ?? account.Email!, subject, text);
        if (tenant.SpaceOrNull is { } here) TellOwner.Queue(db, here, mail, command);
        // The platform itself writes to nobody: a space that the account opens does. Or whoever means harm would act from there, unheard.
        else if (await spaces.Read(account, ct) is [var one, ..])
            await scopes.Run(one.Id, "account notice", scope => scope.GetRequiredService<IMediator>().Send(command, ct), ct);
    }

    private static (string Subject, string Text) Said(Account account, AccountChange change) => change switch
    {
        AccountChange.Password => ("Votre mot de passe a changé", "Le mot de passe de votre compte vient d’être changé\u00a0; les autres sessions ouvertes sont fermées."),
        AccountChange.Address => ("Votre adresse a changé", $"Votre compte s’ouvre désormais avec l’adresse {account.Email}. Celle-ci ne sert plus à se connecter."),
        AccountChange.SecondStepOn => ("La double authentification est activée", "Votre compte demande désormais un code en plus du mot de passe."),
        AccountChange.SecondStepOff => ("La double authentification est désactivée", "Votre compte ne demande plus de code en plus du mot de passe."),
        AccountChange.RecoveryUsed => ("Un code de secours a servi", account.RecoveryLeft switch
        {
            0 => "Votre dernier code de secours vient d’ouvrir votre compte\u00a0: demandez-en de nouveaux depuis «\u00a0Mon compte\u00a0».",
            1 => "Un code de secours vient d’ouvrir votre compte\u00a0; il en reste un.",
            var left => $"Un code de secours vient d’ouvrir votre compte\u00a0; il en reste {left}.",
        }),
        AccountChange.RecoveryRenewed => ("Vos codes de secours sont remplacés", "De nouveaux codes de secours remplacent les précédents, qui n’ouvrent plus rien."),
        AccountChange.PasskeyAdded => ("Une clé d’accès est ajoutée", "Une nouvelle clé d’accès ouvre désormais votre compte."),
        _ => ("Une clé d’accès est retirée", "Une clé d’accès vient d’être retirée\u00a0; elle n’ouvre plus votre compte."),
    };
}

/// <summary>The mail to the owner, written by a space that the account opens.</summary>
public static class TellOwner
{
    [System]
    public sealed record Command(string Key, string Name, string Address, string Subject, string Text) : ICommand<Unit>;

    internal static void Queue(PlatformDb db, Space space, MailSettings mail, Command c)
    {
        if (!mail.Delivers(space)) return;
        Mail.Queue(db, space, new Letter(c.Key, MailCategory.Account, c.Name, c.Address, c.Subject, c.Subject, [c.Text, "Si c’est bien vous, il n’y a rien à faire."])
        {
            Act = new("Ce n’était pas moi", $"{mail.Root(space)}/mot-de-passe-oublie", IsSecret: false),
            After = ["Choisissez alors un nouveau mot de passe avec ce lien, en retirant les clés d’accès, et prévenez la personne qui administre l’espace."],
        });
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, MailSettings mail) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command c, CancellationToken ct)
        {
            Queue(db, tenant.Space, mail, c);
            return Task.FromResult(Unit.Value);
        }
    }
}
