using System.Collections;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>Fills forms: what the page offers where it shows the form, and a plausible value for every other field that the page
/// model would bind.</summary>
internal static class Forms
{
    public static async Task<List<KeyValuePair<string, string>>> Of(Target target, Person reader, Sample sample)
    {
        var fields = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var property in target.Bound(get: false))
            if (!target.Parameters.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) Fill(property.Name, property.PropertyType, 0);
        foreach (var (name, type) in target.Arguments) Fill(name, type, 0);
        foreach (var (name, values) in await Shown(target, reader, sample)) fields[name] = values;
        foreach (var (name, value) in Matrix.Fields.Where(f => f.Target == target.ToString()).Select(f => (f.Name, f.Value))) fields[name] = [value];
        return [.. fields.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v)))];

        void Fill(string name, Type type, int depth)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            var last = name.Split('.')[^1];
            if (type == typeof(string)) fields[name] = [Text(last)];
            else if (type == typeof(Guid)) fields[name] = [sample.Named(name, target.Hints).ToString()];
            else if (type == typeof(bool)) fields[name] = ["true"];
            else if (type == typeof(DateOnly)) fields[name] = [sample.Space.Today(TimeProvider.System).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            else if (type.IsEnum) fields[name] = [Enum.GetNames(type)[^1]];
            else if (type.IsPrimitive || type == typeof(decimal)) fields[name] = [last == "Version" ? "0" : "1"];
            else if (type != typeof(byte[]) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType && depth < 4)
                Fill(IsSimple(type.GetGenericArguments()[^1]) ? name : name + "[0]", type.GetGenericArguments()[^1], depth + 1);
            else if (type.Namespace?.StartsWith("Platform", StringComparison.Ordinal) == true && depth < 4)
                foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
                    Fill($"{name}.{property.Name}", property.PropertyType, depth + 1);
        }
    }

    private static bool IsSimple(Type type) => type == typeof(string) || type == typeof(Guid) || type.IsPrimitive || type.IsEnum || type == typeof(DateOnly);

    private static string Text(string name) => name switch
    {
        "Email" => "quelquun@example.org",
        "Siren" => "200067072",
        "TimeZone" => "Europe/Paris",
        "Accent" => "#1d4f91",
        "Identifier" => "essai" + Guid.NewGuid().ToString("N")[..8],
        _ => $"Essai {Guid.NewGuid():N}"[..18],
    };

    // Only fields with a value: an empty one keeps the plausible value.
    private static async Task<Dictionary<string, string[]>> Shown(Target target, Person reader, Sample sample)
    {
        var response = await reader.Get((target.IsOutside ? "/" : "") + target.Path(sample));
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "text/html") return [];
        var page = await Person.Read(response);
        var here = target.IsOutside ? target.Path(sample) : $"/{sample.Space.Identifier}{target.Path(sample)}";
        foreach (var form in page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
        {
            var action = (form.GetAttribute("action") ?? "").Split('?', 2);
            var query = QueryHelpers.ParseQuery(action.Length > 1 ? action[1] : "");
            if ((action[0].Length > 0 && action[0] != here) || query.GetValueOrDefault("handler").ToString() != (target.Handler ?? "")) continue;
            return form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && name != "__RequestVerificationToken")
                .Select(e => (Name: e.GetAttribute("name")!, Value: Value(e)))
                .Concat(query.Where(q => q.Key != "handler").Select(q => (Name: q.Key, Value: q.Value.ToString())))
                .Where(f => f.Value.Length > 0).GroupBy(f => f.Name, f => f.Value).ToDictionary(g => g.Key, g => g.ToArray());
        }
        return [];
    }

    private static string Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => "",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Options.FirstOrDefault(o => o.IsSelected && o.Value.Length > 0)?.Value ?? select.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value ?? "",
        _ => "",
    };
}
