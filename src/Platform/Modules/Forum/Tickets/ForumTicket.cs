using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Invitations;

namespace Platform.Modules.Forum.Tickets;

/// <summary>What a guest who comes shows at the door. Its code is kept as it is: page, mail and badge draw it again and again, and it opens nothing.
/// Only who stands at the door can use it, and they could note the same guest by name: whoever reads this table reads those names too.</summary>
[NotAudited]
public sealed class ForumTicket : TenantOwned
{
    private ForumTicket() { }

    internal ForumTicket(ForumGuest guest) => (EditionId, GuestId, Code) = (guest.EditionId, guest.Id, TicketCode.New());

    public Guid EditionId { get; private set; }
    public Guid GuestId { get; private set; }
    public string Code { get; private set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<ForumTicket>
    {
        public void Configure(EntityTypeBuilder<ForumTicket> b)
        {
            b.Property(t => t.Code).HasMaxLength(TicketCode.Length).UseCollation(PlatformDb.Byte);
            b.HasIndex(t => new { t.TenantId, t.GuestId }).IsUnique();
            b.HasIndex(t => new { t.TenantId, t.Code }).IsUnique();
        }
    }
}

/// <summary>The text of a ticket's square code: a mark that says what it is, and 130 random bits, in characters of which a code makes least.</summary>
internal static class TicketCode
{
    private const string Mark = "F1", Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Random = 26;
    public const int Length = 28;

    public static string New() => Mark + RandomNumberGenerator.GetString(Alphabet, Random);

    /// <summary>What was scanned or typed, as it is stored; null: no ticket of ours.</summary>
    public static string? Read(string? text)
    {
        var code = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return code.Length == Length && code.StartsWith(Mark, StringComparison.Ordinal) && code[Mark.Length..].All(Alphabet.Contains) ? code : null;
    }

    /// <summary>By which a telephone knows a ticket without being able to make one: the beginning of its digest.</summary>
    public static string Print(string code) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(code)).AsSpan(0, 8));
}
