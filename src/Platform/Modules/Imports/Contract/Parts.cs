using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Modules.Imports.Contract;

/// <summary>A fact that is a list (roles, mandates, steps): JSON, in an order of its own, so that equal lists are equal texts.</summary>
public static class Parts
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<T> Read<T>(string? fact) => fact is null ? [] : JsonSerializer.Deserialize<List<T>>(fact, Plain)!;

    public static string? Write<T>(IEnumerable<T> parts)
    {
        var list = parts.ToList();
        return list.Count == 0 ? null : JsonSerializer.Serialize(list, Plain);
    }

    /// <summary>The stored parts, changed and completed by those that a line names; none is taken away.</summary>
    public static IReadOnlyList<T> Union<T>(IReadOnlyList<T> stored, IReadOnlyList<T> said, Func<T, T, bool> same, Func<T, T, T> changed) where T : class
    {
        var wanted = stored.ToList();
        foreach (var part in said)
        {
            var at = wanted.FindIndex(w => same(w, part));
            if (at < 0) wanted.Add(part);
            else wanted[at] = changed(wanted[at], part);
        }
        return wanted;
    }
}
