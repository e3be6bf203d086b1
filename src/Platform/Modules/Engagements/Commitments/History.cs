using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What happened to a commitment (news, changes of state, steps done), newest first, page by page. Three tables make one order, so a page
/// ends at a <see cref="Mark"/> that each of them can be asked to go on from.</summary>
public static class History
{
    public const int Size = 20;

    public enum Kind { News = 1, Move, Done }

    /// <summary>One line.</summary>
    /// <param name="At">When it was recorded: between lines of one day.</param>
    public sealed record Event(Kind Kind, Guid Id, DateOnly On, DateTimeOffset At, string By, string? Text)
    {
        public UpdateStatus? Status { get; init; }
        public int? Progress { get; init; }
        public CommitmentState? From { get; init; }
        public CommitmentState? To { get; init; }
        /// <summary>The news that this one replaces.</summary>
        public Correction? Corrects { get; init; }
        /// <summary>The news that replaces this one.</summary>
        public Correction? CorrectedBy { get; init; }
        /// <summary>Everybody may read its text.</summary>
        public bool IsPublic { get; init; }

        // Logged after the fact, several moves have one instant: the furthest state came last.
        internal int Rank => (int?)To ?? 0;
    }

    /// <summary>The other news of a correction, on this page or on another.</summary>
    public sealed record Correction(DateOnly On, DateTimeOffset At, string By)
    {
        internal static Correction? Of(DateOnly? on, DateTimeOffset? at, string? by) => on is { } day && at is { } instant && by is not null ? new(day, instant, by) : null;
    }

    /// <summary>Some lines with what hangs on them.</summary>
    public sealed record Shown(Guid CommitmentId, IReadOnlyList<Event> Events, IReadOnlyList<DocumentLine> Documents, IReadOnlyList<VerificationLine> Verifications, bool MayGiveNews, bool IsPublished)
    {
        public IEnumerable<DocumentLine> DocumentsOf(Guid key) => Documents.Where(d => d.OwnerKey == key);

        public VerificationLine? VerificationOf(Guid key) => Verifications.FirstOrDefault(v => v.PlaceKey == key && v.WithdrawnOn is null);
    }

    /// <summary>Where a page ended: what follows comes after this line.</summary>
    public sealed record Mark(DateOnly On, DateTimeOffset At, int Rank, Guid Id)
    {
        internal bool IsAbove(Event e) => (e.On, e.At, e.Rank, e.Id).CompareTo((On, At, Rank, Id)) < 0;

        public override string ToString() =>
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{On:yyyyMMdd} {At.UtcTicks} {Rank} {Id:N}")));

        /// <summary>Null when there is none, or when somebody edited it: the history begins again.</summary>
        public static Mark? Read(string? cursor)
        {
            if (cursor is not { Length: > 0 and < 200 } || !Base64Url.IsValid(cursor)) return null;
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ');
            return parts.Length == 4 && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && Guid.TryParseExact(parts[3], "N", out var id)
                ? new(on, new DateTimeOffset(ticks, TimeSpan.Zero), rank, id) : null;
        }
    }

    /// <summary>The news that a page may show: one more than its lines.</summary>
    internal static IQueryable<Update> After(IQueryable<Update> news, Mark? mark)
    {
        if (mark is var (on, at, rank, last))
            news = news.Where(u => u.HappenedOn < on || (u.HappenedOn == on && (u.RecordedAt < at || (u.RecordedAt == at && (rank > 0 || u.Id.CompareTo(last) < 0)))));
        return news.OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).ThenByDescending(u => u.Id).Take(Size + 1);
    }

    /// <summary>The changes of state that a page may show.</summary>
    internal static IQueryable<Transition> After(IQueryable<Transition> moves, Mark? mark)
    {
        if (mark is var (on, at, rank, last))
            moves = moves.Where(t => t.HappenedOn < on || (t.HappenedOn == on && (t.RecordedAt < at || (t.RecordedAt == at && ((int)t.To < rank || ((int)t.To == rank && t.Id.CompareTo(last) < 0))))));
        return moves.OrderByDescending(t => t.HappenedOn).ThenByDescending(t => t.RecordedAt).ThenByDescending(t => t.To).ThenByDescending(t => t.Id).Take(Size + 1);
    }

    /// <summary>The page of these lines, of which there is one more than a page when another follows, and where that one begins.</summary>
    public static (IReadOnlyList<Event> Events, string? Next) Page(IEnumerable<Event> events)
    {
        var all = events.OrderByDescending(e => e.On).ThenByDescending(e => e.At).ThenByDescending(e => e.Rank).ThenByDescending(e => e.Id).ToList();
        if (all.Count <= Size) return (all, null);
        var last = all[Size - 1];
        return (all[..Size], new Mark(last.On, last.At, last.Rank, last.Id).ToString());
    }
}
