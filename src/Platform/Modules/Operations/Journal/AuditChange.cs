using System.Globalization;
using System.Text.Json;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Journal;

/// <summary>One property of an audit line, in words: its French name, what it was, what it became. Null: there was nothing.</summary>
public sealed record AuditChange(string Property, string? Before, string? After)
{
    /// <summary>Identifiers that a line mentions, to be shown as names.</summary>
    internal static IEnumerable<Guid> References(string changes)
    {
        using var parsed = JsonDocument.Parse(changes);
        return [.. parsed.RootElement.EnumerateObject().SelectMany(p => p.Value.EnumerateArray())
            .Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.TryGetGuid(out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
    }

    /// <param name="name">The name of what an identifier stands for; null when nobody knows it.</param>
    /// <param name="personal">The personal value behind a reference.</param>
    internal static IReadOnlyList<AuditChange> Read(string kind, string changes, Space space, Func<Guid, string?> name, Func<string, string> personal)
    {
        using var parsed = JsonDocument.Parse(changes);
        var read = new List<AuditChange>();
        foreach (var property in parsed.RootElement.EnumerateObject())
        {
            // Properties without a French name are the machinery's own: foreign keys to the parent, hours of record.
            if (AuditNames.PropertyOrNull(kind, property.Name) is not { } label) continue;
            var (before, after) = (Say(property.Value[0]), Say(property.Value[1]));
            if (before != after) read.Add(new(label, before, after));

            string? Say(JsonElement value) => value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.True => "oui",
                JsonValueKind.False => "non",
                JsonValueKind.Number => French.Number(value.GetDecimal(), 4),
                JsonValueKind.String => Text(value.GetString()!),
                _ => value.GetRawText(),
            };

            string Text(string text) =>
                AuditValue.Referred(text) is not null ? personal(text)
                : AuditNames.EnumValue(kind, property.Name, text) is { } chosen ? chosen
                : kind == nameof(Tenant) && property.Name == nameof(Tenant.Words) ? Vocabulary.FromJson(text).ToString()
                : kind == nameof(Tenant) && property.Name == nameof(Tenant.ModulesOff) ? SpaceModules.Names(text)
                : Guid.TryParse(text, out var id) ? name(id) ?? "un autre élément de l’espace"
                : DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? French.Date(date)
                : DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? French.Instant(space.Local(instant))
                : text;
        }
        return read;
    }
}
