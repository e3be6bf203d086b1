using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Shared.Lists;

/// <summary>What a pager needs of a page, whatever its rows.</summary>
public interface IPageOf
{
    int Shown { get; }
    string? Next { get; }
    string TotalText { get; }
}

/// <summary>One page of a list. <paramref name="Next"/> is the cursor of the following page, null on the last one.
/// <paramref name="Total"/> counts up to <see cref="Keyset.Cap"/>.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, string? Next, int Total) : IPageOf
{
    public int Shown => Rows.Count;

    public PageOf<TShown> Select<TShown>(Func<T, TShown> shown) => new([.. Rows.Select(shown)], Next, Total);

    /// <summary>"12", or "1 000+" when counting further would cost more than it tells.</summary>
    public string TotalText => Total > Keyset.Cap ? $"{Keyset.Cap:N0}+" : Total.ToString("N0", CultureInfo.CurrentCulture);
}

/// <summary>Paging by the last row's sort key and identifier: the deepest page costs what the first one costs.
/// The key must never be null (store a folded text or a far date instead: engines disagree on where nulls sort).</summary>
public static class Keyset
{
    public const int Size = 25, Cap = 1000;

    /// <summary>Rows on paper: a list that is longer says so, and its file holds the rest.</summary>
    public const int Printed = 1000;

    /// <summary>Rows after the cursor, in order, one more than a page so that <see cref="Page{T,TKey}"/> knows whether another follows.
    /// An unreadable cursor is ignored: the list starts again.</summary>
    public static IQueryable<T> After<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id,
        bool descending, string? cursor, int size = Size) where TKey : notnull
    {
        if (Read<TKey>(cursor) is { } last)
        {
            var row = key.Parameters[0];
            var (k, i) = (key.Body, new Swap(id.Parameters[0], row).Visit(id.Body)!);
            // Read through a member so that EF makes parameters of them and one plan serves every page.
            var box = Expression.Constant(last);
            var (lastKey, lastId) = (Expression.Property(box, nameof(Last<TKey>.Key)), Expression.Property(box, nameof(Last<TKey>.Id)));
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(RowOrder.Function(typeof(TKey), descending), k, i, lastKey, lastId), row));
        }
        return rows.InOrder(key, id, descending).Take(size + 1);
    }

    /// <summary>The order of the pages, for what takes every row at once.</summary>
    public static IOrderedQueryable<T> InOrder<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, bool descending) =>
        descending ? rows.OrderByDescending(key).ThenByDescending(id) : rows.OrderBy(key).ThenBy(id);

    /// <summary>Cuts what <see cref="After{T,TKey}"/> brought into a page.</summary>
    public static PageOf<T> Page<T, TKey>(this List<T> rows, Func<T, TKey> key, Func<T, Guid> id, int total, int size = Size) where TKey : notnull
    {
        if (rows.Count <= size) return new PageOf<T>(rows, null, total);
        rows.RemoveRange(size, rows.Count - size);
        return new PageOf<T>(rows, Write(key(rows[^1]), id(rows[^1])), total);
    }

    /// <summary>Counts no further than one past <see cref="Cap"/>.</summary>
    public static Task<int> CountCapped<T>(this IQueryable<T> rows, CancellationToken ct) => rows.Take(Cap + 1).CountAsync(ct);

    private static string Write<TKey>(TKey key, Guid id) where TKey : notnull
    {
        var text = key switch
        {
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => key.ToString()!,
        };
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{id:N}{text}"));
    }

    private static Last<TKey>? Read<TKey>(string? cursor) where TKey : notnull
    {
        if (string.IsNullOrEmpty(cursor) || cursor.Length > 1000 || !Base64Url.IsValid(cursor)) return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        if (text.Length < 32 || !Guid.TryParseExact(text[..32], "N", out var id)) return null;
        var rest = text[32..];
        object? key = typeof(TKey) == typeof(string) ? rest
            : typeof(TKey) == typeof(DateOnly) ? DateOnly.TryParseExact(rest, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null
            : typeof(TKey) == typeof(DateTimeOffset) ? long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null
            : typeof(TKey) == typeof(int) ? int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null
            : throw new NotSupportedException($"No cursor for keys of type {typeof(TKey)}.");
        return key is TKey typed ? new Last<TKey>(typed, id) : null;
    }

    private sealed record Last<TKey>(TKey Key, Guid Id);
}
