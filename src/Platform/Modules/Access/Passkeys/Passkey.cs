using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>A key that a device or a password manager holds for an account: it opens the account without a password.</summary>
public sealed class Passkey : IGlobal
{
    public const int NameLength = 60, CredentialLength = 1023;

    private Passkey() { }

    internal Passkey(Guid accountId, byte[] credentialId, byte[] publicKey, string name, DateTimeOffset now) =>
        (AccountId, CredentialId, PublicKey, Name, AddedAt) = (accountId, credentialId, publicKey, name, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid AccountId { get; private set; }
    public byte[] CredentialId { get; private set; } = [];
    public byte[] PublicKey { get; private set; } = [];
    public string Name { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    /// <summary>What the device counts; one that falls back is a copy.</summary>
    public long SignCount { get; private set; }
    public string Transports { get; private set; } = "";
    public bool IsUserVerified { get; private set; }
    public bool IsBackupEligible { get; private set; }
    public bool IsBackedUp { get; private set; }

    internal void Report(long count, IEnumerable<string> transports, bool verified, bool eligible, bool backedUp) =>
        (SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp) = (count, string.Join(' ', transports), verified, eligible, backedUp);

    public void Used(DateTimeOffset now) => UsedAt = now;

    internal sealed class Table : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> b)
        {
            b.Property(p => p.Id).ValueGeneratedNever();
            b.Property(p => p.CredentialId).HasMaxLength(CredentialLength);
            b.Property(p => p.PublicKey).HasMaxLength(4000);
            b.Property(p => p.Name).HasMaxLength(NameLength);
            b.HasIndex(p => p.CredentialId).IsUnique();
            b.HasIndex(p => p.AccountId);
            b.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
