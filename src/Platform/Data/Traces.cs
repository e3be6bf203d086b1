using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Kernel;

namespace Platform.Data;

/// <summary>Everything in the space that belongs to somebody: what stands beside the account's identifier, what points to the person, and what holds
/// their name or address beside nothing else. The model says where, so a new table is covered the day it is made.</summary>
internal static class Traces
{
    private static readonly MethodInfo Typed = typeof(Traces).GetMethod(nameof(InTable), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Named = typeof(Traces).GetMethod(nameof(LabelsIn), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Among = typeof(Enumerable).GetMethods().Single(m => m.Name == nameof(Enumerable.Contains) && m.GetParameters().Length == 2).MakeGenericMethod(typeof(string));

    /// <param name="Account">Null for somebody who has none.</param>
    /// <param name="Person">The person of the space, null for an account that stands for nobody.</param>
    /// <param name="Names">Under which they are known.</param>
    public sealed record Whose(Guid? Account, Guid? Person, IReadOnlyList<string> Names, IReadOnlyList<string> Addresses);

    /// <param name="Name">French name of the kind of thing.</param>
    /// <param name="Columns">French names.</param>
    public sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

    /// <param name="local">The space's own time.</param>
    public static async IAsyncEnumerable<Table> Of(PlatformDb db, Whose whose, Func<DateTimeOffset, DateTime> local, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(TenantOwned))).OrderBy(e => e.ClrType.Name, StringComparer.Ordinal))
        {
            // What has no French name says nothing to its reader.
            if (NameOf(entity.ClrType) is not { } name) continue;
            var shown = entity.GetProperties().Where(p => p.PropertyInfo is { } info && NameOf(info) is not null).ToList();
            if (shown.Count == 0 || Theirs(entity, whose) is not { } theirs) continue;
            var rows = await (Task<List<object>>)Typed.MakeGenericMethod(entity.ClrType).Invoke(null, [db, theirs, ct])!;
            if (rows.Count == 0) continue;
            // What a row is about stands first: news says of which commitment.
            var about = Keys(entity).Where(k => k.Property.PropertyInfo is { } info && NameOf(info) is null && NameOf(k.To) is not null && !IsPerson(k.To)).DistinctBy(k => k.To).ToList();
            var labels = await Labels(db, entity, rows, ct);
            yield return new(name, [.. about.Select(k => NameOf(k.To)!), .. shown.Select(p => NameOf(p.PropertyInfo!)!)],
                [.. rows.Select(r => (IReadOnlyList<object?>)[.. about.Select(k => k.Property).Concat(shown).Select(p => Cell(p.PropertyInfo!.GetValue(r)))])]);

            object? Cell(object? value) => value switch
            {
                null => null,
                Enum choice => EnumNames.Of(choice),
                Guid id when id == whose.Account || id == whose.Person => "vous",
                Guid id => labels.GetValueOrDefault(id, "(autre)"),
                DateTimeOffset instant => local(instant),
                byte[] file => $"{file.Length} octets",
                string or bool or DateOnly or DateTime or int or long or short or decimal or double or IEnumerable<string> => value,
                _ => Convert.ToString(value, CultureInfo.GetCultureInfo("fr-FR")),
            };
        }
    }

    private static LambdaExpression? Theirs(IEntityType entity, Whose whose)
    {
        var row = Expression.Parameter(entity.ClrType, "r");
        var pointing = Keys(entity).Where(k => IsPerson(k.To)).Select(k => k.Property.Name).ToHashSet(StringComparer.Ordinal);
        var keys = new List<(string Name, Guid Id)>();
        if (whose.Account is { } account)
            keys.AddRange(entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && !pointing.Contains(p.Name)
                && (p.Name is "AccountId" or "AuthorId" or "OwnerId" || p.Name.EndsWith("ById", StringComparison.Ordinal))).Select(p => (p.Name, account)));
        if (whose.Person is { } person)
        {
            if (entity.ClrType.IsDefined(typeof(IsAPersonAttribute)) && entity.FindProperty("AccountId") is null) keys.Add((nameof(TenantOwned.Id), person));
            keys.AddRange(pointing.Select(name => (name, person)));
            // Whoever acts without an account is noted by the person.
            keys.AddRange(entity.GetProperties().Where(p => p.Name.EndsWith("ById", StringComparison.Ordinal) && !pointing.Contains(p.Name)
                && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).Select(p => (p.Name, person)));
        }
        var any = keys.Distinct().Select(k => (Expression)Expression.Equal(Expression.Convert(Expression.Property(row, k.Name), typeof(Guid?)), Expression.Constant((Guid?)k.Id, typeof(Guid?))))
            .Concat(Texts(entity, whose).Select(t => (Expression)Expression.Call(Among, Expression.Constant(t.Values.ToArray()), Expression.Property(row, t.Name))))
            // What came from elsewhere has an author's name and no account beside it.
            .Concat(entity.GetProperties().Select(p => (p.Name, p.PropertyInfo?.GetCustomAttribute<PersonalAttribute>()?.Owner)).Where(p => p.Owner is not null)
                .Select(p => (Expression)Expression.AndAlso(Expression.Equal(Expression.Convert(Expression.Property(row, p.Owner!), typeof(Guid?)), Expression.Constant(null, typeof(Guid?))),
                    Expression.Call(Among, Expression.Constant(whose.Names.ToArray()), Expression.Property(row, p.Name))))).ToList();
        return any.Count == 0 ? null : Expression.Lambda(any.Aggregate(Expression.OrElse), row);
    }

    // Where no identifier tells whose a row is. An address tells it better than a name, which another may bear.
    private static IEnumerable<(string Name, IReadOnlyList<string> Values)> Texts(IEntityType entity, Whose whose)
    {
        if (entity.ClrType.IsDefined(typeof(IsAPersonAttribute))) return [];
        var texts = entity.GetProperties().Where(p => p.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is { Owner: null }).Select(p => p.Name).ToList();
        return texts.FindAll(t => t is "Email" or "Address") is { Count: > 0 } addresses
            ? addresses.Select(a => (a, (IReadOnlyList<string>)[.. whose.Addresses.Concat(whose.Addresses.Select(x => x.ToLowerInvariant())).Distinct()]))
            : texts.Select(t => (t, whose.Names));
    }

    /// <summary>What the rows point at, as the journal calls it. Other people's names are theirs.</summary>
    private static async Task<Dictionary<Guid, string>> Labels(PlatformDb db, IEntityType entity, List<object> rows, CancellationToken ct)
    {
        var labels = new Dictionary<Guid, string>();
        foreach (var (property, to) in Keys(entity))
        {
            var ids = rows.Select(r => property.PropertyInfo?.GetValue(r)).OfType<Guid>().Where(id => !labels.ContainsKey(id)).Distinct().ToList();
            if (ids.Count == 0) continue;
            if (IsPerson(to)) ids.ForEach(id => labels[id] = "une autre personne");
            else foreach (var (id, label) in await (Task<Dictionary<Guid, string>>)Named.MakeGenericMethod(to).Invoke(null, [db, ids, ct])!) labels[id] = label;
        }
        return labels;
    }

    /// <summary>What the rows of the table point at within the space.</summary>
    private static IEnumerable<(IProperty Property, Type To)> Keys(IEntityType entity) => entity.GetForeignKeys()
        .Where(f => f.PrincipalEntityType.ClrType.IsAssignableTo(typeof(TenantOwned))).Select(f => (f.Properties[^1], f.PrincipalEntityType.ClrType));

    private static bool IsPerson(Type type) => type.IsDefined(typeof(IsAPersonAttribute)) && type.GetProperty("AccountId") is null;

    private static string? NameOf(MemberInfo member) => member.GetCustomAttribute<DisplayAttribute>()?.Name;

    private static async Task<List<object>> InTable<T>(PlatformDb db, LambdaExpression theirs, CancellationToken ct) where T : TenantOwned =>
        [.. await db.Set<T>().AsNoTracking().Where((Expression<Func<T, bool>>)theirs).OrderBy(r => r.Id).ToListAsync(ct)];

    private static async Task<Dictionary<Guid, string>> LabelsIn<T>(PlatformDb db, List<Guid> ids, CancellationToken ct) where T : TenantOwned =>
        (await db.Set<T>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct)).Where(r => r.Label.Length > 0).ToDictionary(r => r.Id, r => r.Label);
}
