using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Somebody who can sign in. Accounts are global: memberships say which space and which roles.</summary>
[Display(Name = "Compte")]
public sealed class Account : IdentityUser<Guid>, IGlobal
{
    private Account() { }

    public Account(string email, string name, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Email, UserName, Name, CreatedAt) = (email, email, name, now);
        LockoutEnabled = true;
        EmailConfirmed = true;
    }

    public string Name { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>May create spaces and sees the platform's console, but no space's data.</summary>
    public bool IsOperator { get; private set; }

    /// <summary>Set only in the demonstration: a visitor may become this operator in one click, and reads this first.</summary>
    public string? PersonaNote { get; private set; }

    /// <summary>Key of the authenticator application, encrypted; null without a second step.</summary>
    public string? TotpKey { get; private set; }
    /// <summary>The last step of time used: a code serves once.</summary>
    public long TotpStep { get; private set; }
    /// <summary>Digests of the recovery codes that are left, separated by spaces.</summary>
    public string? Recovery { get; private set; }

    public int RecoveryLeft => Recovery?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    public void TakeSecondStep(string key, long step, string recovery)
    {
        (TotpKey, TotpStep, Recovery, TwoFactorEnabled) = (key, step, recovery, true);
        Renew();
    }

    public void DropSecondStep()
    {
        (TotpKey, TotpStep, Recovery, TwoFactorEnabled) = (null, 0, null, false);
        Renew();
    }

    public void RenewRecovery(string digests)
    {
        Recovery = digests;
        Renew();
    }

    public void UsedStep(long step)
    {
        TotpStep = step;
        Renew();
    }

    public bool SpendRecovery(string digest)
    {
        var left = Recovery?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList() ?? [];
        if (!left.Remove(digest)) return false;
        Recovery = string.Join(' ', left);
        Renew();
        return true;
    }

    // Two requests that spend the same code at once: the second is refused.
    private void Renew() => ConcurrencyStamp = Guid.NewGuid().ToString();

    /// <summary>For good: nobody signs in with it any more. The caller takes its keys, sessions and links away.</summary>
    public void Erase()
    {
        DropSecondStep();
        (Name, PersonaNote, PasswordHash, IsOperator) = (Erased.Name, null, null, false);
        // No address: one that nobody can receive, still unique.
        Email = UserName = $"{Id:N}@efface.invalid";
        NormalizedEmail = NormalizedUserName = Email.ToUpperInvariant();
        SecurityStamp = Guid.NewGuid().ToString();
        (LockoutEnabled, LockoutEnd) = (true, DateTimeOffset.MaxValue);
    }

    public void Call(string name) => Name = name;

    public void MakeOperator() => IsOperator = true;

    public void OfferAsPersona(string note) => PersonaNote = note;

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> b)
        {
            b.Property(a => a.Name).HasMaxLength(120);
            b.Property(a => a.PersonaNote).HasMaxLength(300);
            b.Ignore(a => a.RecoveryLeft);
            b.Property(a => a.TotpKey).HasMaxLength(400);
            b.Property(a => a.Recovery).HasMaxLength(700);
            b.Property(a => a.PasswordHash).HasMaxLength(400);
            b.Property(a => a.SecurityStamp).HasMaxLength(100);
            b.Property(a => a.ConcurrencyStamp).HasMaxLength(100);
        }
    }
}
