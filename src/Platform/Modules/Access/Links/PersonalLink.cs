using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Members.People;

namespace Platform.Modules.Access;

/// <summary>What a personal link lets its holder do: one thing, about one subject. Each has its page under <c>~/r/{word}-{secret}</c>.</summary>
public enum PersonalPurpose : short
{
    /// <summary>Give news of a commitment, once.</summary>
    News = 1,
    /// <summary>Say whether one comes to a meeting, until it opens.</summary>
    Meeting,
    /// <summary>Say whether one comes to a forum, with whom, to what, until answers close.</summary>
    Forum,
    /// <summary>Say what one thought of a forum, take a certificate, until names are erased.</summary>
    Opinion = 9,
}

/// <summary>A link mailed to somebody who needs no account to follow it: one purpose, one subject, a short life. Only the
/// digest of its secret is stored.</summary>
[NotAudited]
public sealed class PersonalLink : TenantOwned
{
    private PersonalLink() { }

    internal PersonalLink(PersonalPurpose purpose, Guid subjectId, Guid? personId, string secret, DateTimeOffset until) =>
        (Purpose, SubjectId, PersonId, Hash, Until) = (purpose, subjectId, personId, DigestOf(purpose, secret), until);

    public PersonalPurpose Purpose { get; private set; }
    /// <summary>The commitment, the meeting…</summary>
    public Guid SubjectId { get; private set; }
    /// <summary>Of the space; null where the subject itself is somebody, known by an address only.</summary>
    public Guid? PersonId { get; private set; }
    /// <summary>Of a link that is always made for a person.</summary>
    public Guid Holder => PersonId ?? throw new InvalidOperationException("This link was made for no person.");
    public string Hash { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
    /// <summary>When it was used up; null for one that still serves, or serves more than once.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    internal static string DigestOf(PersonalPurpose purpose, string? secret) => SecretLink.Digest($"personal {purpose}", secret);

    /// <summary>It serves no more from now on.</summary>
    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>The link of that secret, if it is not too old: a part of a question of somebody whom <see cref="PersonalLinks.Find"/> has let in a moment ago.</summary>
    internal static IQueryable<PersonalLink> Live(PlatformDb db, PersonalPurpose purpose, string? secret)
    {
        var (digest, now) = (DigestOf(purpose, secret), db.Clock.GetUtcNow());
        return db.Set<PersonalLink>().Where(l => l.Hash == digest && l.Until >= now);
    }

    /// <summary>Every link of somebody who is erased.</summary>
    internal static Task<int> Forget(PlatformDb db, Guid personId, CancellationToken ct) => db.Set<PersonalLink>().Where(l => l.PersonId == personId).ExecuteDeleteAsync(ct);

    /// <summary>Every link about these, of whoever holds it.</summary>
    internal static Task<int> ForgetAbout(PlatformDb db, IReadOnlyCollection<Guid> subjects, CancellationToken ct) => db.Set<PersonalLink>().Where(l => subjects.Contains(l.SubjectId)).ExecuteDeleteAsync(ct);

    internal sealed class Table : IEntityTypeConfiguration<PersonalLink>
    {
        public void Configure(EntityTypeBuilder<PersonalLink> b)
        {
            b.Ignore(l => l.Holder);
            b.Property(l => l.Hash).HasMaxLength(SecretLink.DigestLength);
            b.BelongsTo<PersonalLink, Person>(nameof(PersonId));
            b.HasIndex(l => new { l.TenantId, l.Hash }).IsUnique();
            b.HasIndex(l => new { l.TenantId, l.Until });
        }
    }
}
