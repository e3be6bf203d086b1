namespace Platform.Kernel;

/// <summary>Who may send a request. Every request carries exactly one of these four (tested).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public abstract class AccessAttribute : Attribute;

/// <summary>A member of the space whose roles grant the named permission.</summary>
public sealed class NeedsAttribute(string permission) : AccessAttribute
{
    public string Permission { get; } = permission;
}

/// <summary>Any member of the space.</summary>
public sealed class AnyMemberAttribute : AccessAttribute;

/// <summary>Anybody, signed in or not. <see cref="OutsideSpaces"/>: it makes sense without a space (sign-in, list of spaces).</summary>
public sealed class AnonymousAttribute : AccessAttribute
{
    public bool OutsideSpaces { get; init; }
}

/// <summary>The platform itself: jobs and the command line, in a scope opened with a reason.</summary>
public sealed class SystemAttribute : AccessAttribute;

/// <summary>A signed-in account, outside any space (its list of spaces). <see cref="Operator"/>: an operator of the platform (creating a space).</summary>
public sealed class AnyAccountAttribute : AccessAttribute
{
    public bool Operator { get; init; }
}
