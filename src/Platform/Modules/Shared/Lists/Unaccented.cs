using System.Linq.Expressions;
using Platform.Kernel;

namespace Platform.Modules.Shared.Lists;

/// <summary>Looks in a text for a part of it, accents and case aside, where no term table does: in few rows, and alike on both engines.</summary>
public static class Unaccented
{
    private static readonly (string Plain, string Letters)[] Accents =
        [("a", "àâäáã"), ("c", "ç"), ("e", "éèêë"), ("i", "îïí"), ("n", "ñ"), ("o", "ôöóõ"), ("u", "ùûüú"), ("y", "ÿ"), ("oe", "œ"), ("ae", "æ"), ("'", "’")];

    /// <summary>What somebody typed, word by word: 8 at most.</summary>
    public static IReadOnlyList<string> Words(string? typed) =>
        [.. (Cleaning.Clean(typed) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8).Select(w => Plain(w.ToLowerInvariant()))];

    /// <param name="text">Of a row.</param>
    /// <param name="word">One of <see cref="Words"/>.</param>
    public static Expression<Func<T, bool>> Holds<T>(Expression<Func<T, string>> text, string word)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Read through a member so that EF makes a parameter of it.
        var box = new { Word = word };
        Expression folded = Expression.Call(text.Body, nameof(string.ToLower), null);
        foreach (var (plain, letters) in Accents)
            foreach (var letter in letters)
                folded = Expression.Call(folded, nameof(string.Replace), null, Expression.Constant(letter.ToString()), Expression.Constant(plain));
        return Expression.Lambda<Func<T, bool>>(Expression.Call(folded, nameof(string.Contains), null, Expression.Property(Expression.Constant(box), nameof(box.Word))), text.Parameters);
    }

    private static string Plain(string text) => Accents.Aggregate(text, (plain, accent) => accent.Letters.Aggregate(plain, (so, letter) => so.Replace(letter.ToString(), accent.Plain, StringComparison.Ordinal)));
}
