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

    public void Call(string name) => Name = name;

    public void MakeOperator() => IsOperator = true;

    public void OfferAsPersona(string note) => PersonaNote = note;

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> b)
        {
            b.Property(a => a.Name).HasMaxLength(120);
            b.Property(a => a.PersonaNote).HasMaxLength(300);
            b.Property(a => a.PasswordHash).HasMaxLength(400);
            b.Property(a => a.SecurityStamp).HasMaxLength(100);
            b.Property(a => a.ConcurrencyStamp).HasMaxLength(100);
        }
    }
}
