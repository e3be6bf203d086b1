using FluentValidation.Results;

namespace Platform.Kernel;

/// <summary>What can be expected to go wrong. Everything else is a defect and answers 500.</summary>
public abstract class Failure(string message) : Exception(message);

/// <summary>Values that the person can correct; each error names its field and says, in French, what to do.</summary>
public sealed class Invalid(object request, IReadOnlyList<ValidationFailure> errors) : Failure("The request is invalid.")
{
    public Invalid(object request, string field, string sentence) : this(request, [new ValidationFailure(field, sentence)]) { }

    public object Request { get; } = request;
    public IReadOnlyList<ValidationFailure> Errors { get; } = errors;
}

/// <summary>A rule of the domain refuses the act. The sentence of the code is in <see cref="RuleSentences"/>.</summary>
public sealed class RuleViolation(string code, params object[] values) : Failure(code)
{
    public string Code { get; } = code;
    public string Sentence => RuleSentences.For(Code, values);
}

/// <summary>Absent, or another space's: the two answers are the same on purpose.</summary>
public sealed class NotFound(string what) : Failure($"{what} not found.");

/// <summary>A colleague of the space without the right.</summary>
public sealed class Forbidden(string permission) : Failure($"Needs {permission}.");

/// <summary>Nobody is signed in: the page leads to sign-in and comes back.</summary>
public sealed class SignInRequired() : Failure("Sign-in required.");

/// <summary>The space asks for more than a password: the page leads to where the second step is set up.</summary>
public sealed class SecondStepRequired() : Failure("A second step is required.");

/// <summary>Somebody else changed the thing meanwhile. <paramref name="stored"/> is the same command filled
/// from what is stored now, so that the page can show both versions; null when there is nothing to compare.</summary>
public sealed class Conflict(object? stored = null, object? typed = null) : Failure("Changed by somebody else.")
{
    public object? Stored { get; } = stored;
    public object? Typed { get; } = typed;
}
