using System.Collections;
using System.Reflection;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Architecture.SqlServer;

/// <summary>Plausible values of any type, so that a new request is tried without a line about it here.</summary>
internal static class Samples
{
    /// <summary>The request with everything said, with as little as may be said, and once for each value of each choice in it.</summary>
    public static IEnumerable<object> Of(Type request)
    {
        yield return Make(request, full: true);
        yield return Make(request, full: false);
        foreach (var choice in Choices(request))
            foreach (var value in Values(choice.PropertyType))
            {
                var one = Make(request, full: true);
                Set(choice, one, value);
                yield return one;
            }
        // A filter that is itself an object: each of its choices too.
        foreach (var part in request.GetProperties().Where(p => IsOurs(p.PropertyType)))
            foreach (var choice in Choices(part.PropertyType))
                foreach (var value in Values(choice.PropertyType))
                {
                    var one = Make(request, full: true);
                    Set(choice, part.GetValue(one)!, value);
                    yield return one;
                }
    }

    public static object Make(Type type, bool full)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type).MaxBy(c => c.GetParameters().Length);
        var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, full))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0 && constructor?.GetParameters().Any(c => c.Name == p.Name) != true))
            if (full || Nullable.GetUnderlyingType(property.PropertyType) is null) Set(property, made, Value(property.PropertyType, full));
        return made;
    }

    private static object? Value(Type type, bool full)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return full ? Value(inner, full) : null;
        if (type == typeof(string)) return full ? "essai" : null;
        if (type == typeof(Guid)) return Guid.CreateVersion7();
        if (type == typeof(DateOnly)) return new DateOnly(2026, 11, 20);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        if (type == typeof(TimeZoneInfo)) return TimeZoneInfo.Utc;
        if (type == typeof(Vocabulary)) return Vocabulary.Default;
        if (type.IsEnum) return Values(type).First();
        if (type == typeof(byte[])) return new byte[] { 1 };
        if (type.IsArray) return Filled(typeof(List<>).MakeGenericType(type.GetElementType()!), full) is IList list ? Array.CreateInstance(type.GetElementType()!, list.Count) : null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var shape)
        {
            var arguments = type.GetGenericArguments();
            if (shape == typeof(IReadOnlyDictionary<,>) || shape == typeof(Dictionary<,>) || shape == typeof(IDictionary<,>)) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments));
            if (shape == typeof(IReadOnlySet<>) || shape == typeof(HashSet<>) || shape == typeof(ISet<>)) return Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(arguments));
            if (type.IsAssignableTo(typeof(IEnumerable)) && arguments.Length == 1) return Filled(typeof(List<>).MakeGenericType(arguments), full);
        }
        if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(1, type);
        if (type.IsAbstract || type.IsInterface) return type.Assembly.GetTypes().FirstOrDefault(t => t is { IsAbstract: false } && t.IsAssignableTo(type)) is { } concrete && IsOurs(concrete) ? Make(concrete, full) : null;
        return Make(type, full);
    }

    private static object Filled(Type list, bool full)
    {
        var made = (IList)Activator.CreateInstance(list)!;
        if (full) made.Add(Value(list.GetGenericArguments()[0], full));
        return made;
    }

    private static IEnumerable<PropertyInfo> Choices(Type type) => type.GetProperties()
        .Where(p => p.SetMethod is not null && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var t && (t.IsEnum || t == typeof(bool)));

    private static IEnumerable<object> Values(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var t && t == typeof(bool) ? [true, false] : Enum.GetValues(t).Cast<object>();

    private static bool IsOurs(Type type) => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("Platform.", StringComparison.Ordinal) == true;

    // Init-only and private setters too.
    private static void Set(PropertyInfo property, object target, object? value) => property.SetMethod!.Invoke(target, [value]);
}
