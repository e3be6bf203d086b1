using System.Collections;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>A filled form.</summary>
/// <param name="Fields">What an honest person would send.</param>
/// <param name="Identifiers">Every other field that would be bound as an identifier, for whoever is not honest.</param>
internal sealed record Form(IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<KeyValuePair<string, string>> Identifiers)
{
    public static Form Empty { get; } = new([], []);

    /// <summary>Fills the form as the page shows it: what it holds, a plausible value where it holds nothing and is not optional. A form that
    /// the page does not show now is made up from what its page model would bind.</summary>
    public static async Task<Form> Of(Target target, Person reader, Sample sample)
    {
        var made = new Making(target, sample).All();
        var shown = await Shown(target, reader, sample);
        var fields = shown is null ? made : shown.SelectMany(s => s.Value is { Length: > 0 } ? [KeyValuePair.Create(s.Key, s.Value)]
            : s.Value is null ? made.Where(m => m.Key == s.Key) : []).ToList();
        foreach (var (_, name, value) in Matrix.Fields.Where(f => f.Target == target.ToString()))
        {
            fields.RemoveAll(f => f.Key == name);
            fields.Add(KeyValuePair.Create(name, value[0] == '@' ? sample.Named(value[1..], []).ToString() : value));
        }
        return new(fields, [.. made.Where(m => Guid.TryParse(m.Value, out _) && fields.TrueForAll(f => f.Key != m.Key))]);
    }

    /// <summary>Name and value of each control; null to be filled, "" to be left empty. Null without such a form.</summary>
    private static async Task<List<KeyValuePair<string, string?>>?> Shown(Target target, Person reader, Sample sample)
    {
        var response = await reader.Get((target.IsOutside ? "/" : "") + target.Path(sample));
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "text/html") return null;
        var page = await Person.Read(response);
        var here = target.IsOutside ? target.Path(sample) : $"/{sample.Space.Identifier}{target.Path(sample)}";
        foreach (var form in page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
        {
            var action = (form.GetAttribute("action") ?? "").Split('?', 2);
            var query = QueryHelpers.ParseQuery(action.Length > 1 ? action[1] : "");
            if ((action[0].Length > 0 && action[0] != here) || query.GetValueOrDefault("handler").ToString() != (target.Handler ?? "")) continue;
            return [.. form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && name != "__RequestVerificationToken")
                .Where(e => e is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } || IsFirstChoice(e, form))
                .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, Value(e) is { Length: > 0 } value ? value : IsOptional(e) ? "" : null))
                .Concat(query.Where(q => q.Key != "handler").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString())))
                .DistinctBy(f => (f.Key, f.Value))];
        }
        return null;
    }

    // Where one of several must be chosen and none is, people take the first.
    private static bool IsFirstChoice(IElement element, IHtmlFormElement form)
    {
        var group = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name == ((IHtmlInputElement)element).Name && i.Type == ((IHtmlInputElement)element).Type).ToList();
        var isChoice = group[0].Type == "radio" || Guid.TryParse(group[0].Value, out _);
        return isChoice && group[0] == element && !group.Exists(i => i.IsChecked) && element.Closest("fieldset")?.QuerySelector("legend")?.TextContent.Contains("facultatif", StringComparison.OrdinalIgnoreCase) != true;
    }

    private static string Value(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Options.FirstOrDefault(o => o.IsSelected && o.Value.Length > 0)?.Value
            ?? (IsOptional(element) ? "" : select.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value ?? ""),
        _ => "",
    };

    private static bool IsOptional(IElement element) => element is IHtmlInputElement { Type: "hidden" }
        || element.Owner!.QuerySelector($"label[for='{element.Id}']")?.TextContent.Contains("facultatif", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A plausible value for whatever the page model binds.</summary>
    private sealed class Making(Target target, Sample sample)
    {
        private readonly SortedDictionary<string, string> fields = new(StringComparer.Ordinal);

        public List<KeyValuePair<string, string>> All()
        {
            foreach (var property in target.Bound(get: false))
                if (!target.Parameters.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) Fill(property.Name, property.PropertyType, 0);
            foreach (var (name, type) in target.Arguments) Fill(name, type, 0);
            return [.. fields];
        }

        private void Fill(string name, Type type, int depth)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            var last = name.Split('.')[^1];
            if (type == typeof(string)) fields[name] = Text(last);
            else if (type == typeof(Guid)) fields[name] = sample.Named(name, target.Hints).ToString();
            else if (type == typeof(bool)) fields[name] = "true";
            else if (type == typeof(DateOnly)) fields[name] = sample.Space.Today(TimeProvider.System).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            else if (type.IsEnum) fields[name] = Enum.GetNames(type)[^1];
            else if (type.IsPrimitive || type == typeof(decimal)) fields[name] = last == "Version" ? "0" : last.EndsWith("Year", StringComparison.Ordinal) ? "2026" : "1";
            else if (type != typeof(byte[]) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType && depth < 4)
                Fill(IsSimple(type.GetGenericArguments()[^1]) ? name : name + "[0]", type.GetGenericArguments()[^1], depth + 1);
            else if (type.Namespace?.StartsWith("Platform", StringComparison.Ordinal) == true && depth < 4)
                foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
                    Fill($"{name}.{property.Name}", property.PropertyType, depth + 1);
        }

        private static bool IsSimple(Type type) => type == typeof(string) || type == typeof(Guid) || type.IsPrimitive || type.IsEnum || type == typeof(DateOnly);

        private static string Text(string name) => name switch
        {
            "Email" => "quelquun@example.org",
            "Siren" => "200067072",
            "TimeZone" => "Europe/Paris",
            "Accent" => "#1d4f91",
            "WebSite" => "https://example.org",
            "Phone" => "02 99 00 00 00",
            "Identifier" => "essai" + Guid.NewGuid().ToString("N")[..8],
            _ => $"Essai {Guid.NewGuid():N}"[..18],
        };
    }
}
