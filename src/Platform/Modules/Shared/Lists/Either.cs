using System.Linq.Expressions;

namespace Platform.Modules.Shared.Lists;

/// <summary>Conditions of which one is enough, as one that the database understands: several values of a facet.</summary>
internal static class Either
{
    /// <param name="conditions">At least one.</param>
    public static Expression<Func<T, bool>> Of<T>(IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(T), "x");
        return Expression.Lambda<Func<T, bool>>(conditions.Select(c => new Swap(c.Parameters[0], row).Visit(c.Body)!).Aggregate(Expression.OrElse), row);
    }
}

/// <summary>Puts one expression in the place of another.</summary>
internal sealed class Swap(Expression from, Expression to) : ExpressionVisitor
{
    public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
}
