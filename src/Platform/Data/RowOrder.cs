using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Data;

/// <summary>"This row comes after that one" over a sort key and an identifier, said so that either engine enters its index at that place.
/// Said as <c>key &gt; @k OR (key = @k AND id &gt; @i)</c>, PostgreSQL walks the index from its beginning, and a deep page costs all the pages before it.</summary>
public static class RowOrder
{
    public static bool Above(string key, Guid id, string lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Above(DateOnly key, Guid id, DateOnly lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Above(DateTimeOffset key, Guid id, DateTimeOffset lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Above(int key, Guid id, int lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Below(string key, Guid id, string lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Below(DateOnly key, Guid id, DateOnly lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Below(DateTimeOffset key, Guid id, DateTimeOffset lastKey, Guid lastId) => throw OnlyInSql();
    public static bool Below(int key, Guid id, int lastKey, Guid lastId) => throw OnlyInSql();

    /// <returns>The overload for keys of that type.</returns>
    public static MethodInfo Function(Type key, bool descending) =>
        typeof(RowOrder).GetMethod(descending ? nameof(Below) : nameof(Above), [key, typeof(Guid), key, typeof(Guid)])
        ?? throw new NotSupportedException($"No order of rows by keys of type {key}.");

    /// <param name="rowValues">The engine compares rows as rows, <c>ROW(a, b) &gt; ROW(x, y)</c>; the other one is told the bound of the key first.</param>
    internal static void Register(ModelBuilder builder, bool rowValues)
    {
        foreach (var method in typeof(RowOrder).GetMethods().Where(m => m.Name is nameof(Above) or nameof(Below)))
        {
            var beyond = method.Name == nameof(Above) ? ExpressionType.GreaterThan : ExpressionType.LessThan;
            builder.HasDbFunction(method).HasTranslation(a => rowValues ? Rows(beyond, a) : Bounds(beyond, a));
        }
    }

    private static SqlBinaryExpression Rows(ExpressionType beyond, IReadOnlyList<SqlExpression> a) => Compare(beyond, Row(a[0], a[1]), Row(a[2], a[3]));

    private static SqlBinaryExpression Bounds(ExpressionType beyond, IReadOnlyList<SqlExpression> a)
    {
        var orEqual = beyond == ExpressionType.GreaterThan ? ExpressionType.GreaterThanOrEqual : ExpressionType.LessThanOrEqual;
        var same = Compare(ExpressionType.AndAlso, Compare(ExpressionType.Equal, a[0], a[2]), Compare(beyond, a[1], a[3]));
        return Compare(ExpressionType.AndAlso, Compare(orEqual, a[0], a[2]), Compare(ExpressionType.OrElse, Compare(beyond, a[0], a[2]), same));
    }

    private static SqlFunctionExpression Row(SqlExpression key, SqlExpression id) =>
        new("ROW", [key, id], nullable: false, argumentsPropagateNullability: [false, false], key.Type, key.TypeMapping);

    private static SqlBinaryExpression Compare(ExpressionType how, SqlExpression left, SqlExpression right) => new(how, left, right, typeof(bool), BoolTypeMapping.Default);

    private static NotSupportedException OnlyInSql() => new("Only inside a query.");
}
