using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Access;

public enum LinkPurpose : short { NewPassword = 1, NewAddress }

/// <summary>A link mailed to an account: one purpose, one use, a short life. A newer one of the same purpose replaces it.</summary>
public sealed class AccountLink : IGlobal
{
    private AccountLink() { }

    public AccountLink(Guid accountId, LinkPurpose purpose, string secret, DateTimeOffset until, string? address = null) =>
        (AccountId, Purpose, Hash, Until, Address) = (accountId, purpose, DigestOf(purpose, secret), until, address);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid AccountId { get; private set; }
    public LinkPurpose Purpose { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
    /// <summary>The new address that the link proves.</summary>
    public string? Address { get; private set; }

    /// <summary>The live link of that secret, null whatever the reason.</summary>
    internal static async Task<AccountLink?> Find(PlatformDb db, LinkPurpose purpose, string? secret, DateTimeOffset now, CancellationToken ct)
    {
        var digest = DigestOf(purpose, secret);
        var link = await db.Set<AccountLink>().SingleOrDefaultAsync(l => l.Hash == digest, ct);
        return link is not null && SecretLink.Same(link.Hash, digest) && link.Until >= now ? link : null;
    }

    internal static async Task Forget(PlatformDb db, Guid accountId, LinkPurpose? purpose, CancellationToken ct) =>
        db.RemoveRange(await db.Set<AccountLink>().Where(l => l.AccountId == accountId && (purpose == null || l.Purpose == purpose)).ToListAsync(ct));

    private static string DigestOf(LinkPurpose purpose, string? secret) => SecretLink.Digest(purpose.ToString(), secret);

    internal sealed class Table : IEntityTypeConfiguration<AccountLink>
    {
        public void Configure(EntityTypeBuilder<AccountLink> b)
        {
            b.Property(l => l.Id).ValueGeneratedNever();
            b.Property(l => l.Hash).HasMaxLength(SecretLink.DigestLength);
            b.Property(l => l.Address).HasMaxLength(254);
            b.HasIndex(l => l.Hash).IsUnique();
            b.HasIndex(l => l.AccountId);
            b.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
