using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Kernel;

namespace Platform.Data;

/// <summary>Everything in the space that belongs to somebody: what stands beside the account's identifier, and what points to the
/// person. The model says where, so a new table is covered the day it is made.</summary>
internal static class Traces
{
    private static readonly MethodInfo Typed = typeof(Traces).GetMethod(nameof(InTable), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <param name="Name">French name of the kind of thing.</param>
    /// <param name="Columns">French names.</param>
    public sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

    /// <param name="account">Whose account.</param>
    /// <param name="person">The person of the space that the account stands for.</param>
    public static async IAsyncEnumerable<Table> Of(PlatformDb db, Guid account, Guid? person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(TenantOwned))).OrderBy(e => e.ClrType.Name, StringComparer.Ordinal))
        {
            // What has no French name says nothing to its reader.
            if (entity.ClrType.GetCustomAttribute<DisplayAttribute>()?.Name is not { } name) continue;
            var columns = entity.GetProperties().Where(p => p.PropertyInfo?.IsDefined(typeof(DisplayAttribute)) == true).ToList();
            if (columns.Count == 0 || Theirs(entity, account, person) is not { } theirs) continue;
            var rows = await (Task<List<object>>)Typed.MakeGenericMethod(entity.ClrType).Invoke(null, [db, theirs, ct])!;
            if (rows.Count > 0)
                yield return new(name, [.. columns.Select(c => c.PropertyInfo!.GetCustomAttribute<DisplayAttribute>()!.Name!)],
                    [.. rows.Select(r => (IReadOnlyList<object?>)[.. columns.Select(c => Cell(c.PropertyInfo!.GetValue(r)))])]);
        }
    }

    private static LambdaExpression? Theirs(IEntityType entity, Guid account, Guid? person)
    {
        var row = Expression.Parameter(entity.ClrType, "r");
        var keys = entity.GetProperties().Where(p => (p.Name is "AccountId" or "AuthorId" || p.Name.EndsWith("ById", StringComparison.Ordinal)) && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid))
            .Select(p => (p.Name, Id: account)).ToList();
        if (person is { } id)
        {
            if (entity.ClrType.IsDefined(typeof(IsAPersonAttribute)) && entity.FindProperty("AccountId") is null) keys.Add((nameof(TenantOwned.Id), id));
            keys.AddRange(entity.GetForeignKeys().Where(f => f.PrincipalEntityType.ClrType is var to && to.IsDefined(typeof(IsAPersonAttribute)) && to.GetProperty("AccountId") is null)
                .Select(f => (f.Properties[^1].Name, id)));
        }
        if (keys.Count == 0) return null;
        var any = keys.Distinct().Select(k => (Expression)Expression.Equal(Expression.Convert(Expression.Property(row, k.Name), typeof(Guid?)), Expression.Constant((Guid?)k.Id, typeof(Guid?))))
            .Aggregate(Expression.OrElse);
        return Expression.Lambda(any, row);
    }

    private static async Task<List<object>> InTable<T>(PlatformDb db, LambdaExpression theirs, CancellationToken ct) where T : TenantOwned =>
        [.. await db.Set<T>().AsNoTracking().Where((Expression<Func<T, bool>>)theirs).OrderBy(r => r.Id).ToListAsync(ct)];

    private static object? Cell(object? value) => value switch
    {
        null => null,
        Enum choice => EnumNames.Of(choice),
        Guid => "présent",
        DateTimeOffset instant => instant.UtcDateTime,
        byte[] file => $"{file.Length} octets",
        _ => value,
    };
}
