using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>A sign-in that is still open: the cookie names it, and without its row the cookie opens nothing.</summary>
public sealed class AccountSession : IGlobal
{
    public const string Claim = "session", KeyClaim = "key";

    private AccountSession() { }

    public AccountSession(Guid accountId, string device, string host, DateTimeOffset now) =>
        (AccountId, Device, Host, OpenedAt, SeenAt) = (accountId, device, host, now, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid AccountId { get; private set; }
    /// <summary>"Firefox sur Windows": as much as the browser says, and no more.</summary>
    public string Device { get; private set; } = "";
    public string Host { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }
    /// <summary>To within a few minutes: written by the check that runs now and then, not by each request.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public void Seen(DateTimeOffset now) => SeenAt = now;

    internal sealed class Table : IEntityTypeConfiguration<AccountSession>
    {
        public void Configure(EntityTypeBuilder<AccountSession> b)
        {
            b.Property(s => s.Id).ValueGeneratedNever();
            b.Property(s => s.Device).HasMaxLength(80);
            b.HasIndex(s => new { s.AccountId, s.SeenAt });
            b.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
