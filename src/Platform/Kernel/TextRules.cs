using System.Text.RegularExpressions;
using FluentValidation;

namespace Platform.Kernel;

/// <summary>What a short text of a form must be, whatever it names.</summary>
internal static partial class TextRules
{
    /// <summary>One line by which something is sorted and found: it holds a letter or a digit, whatever the alphabet.</summary>
    public static IRuleBuilderOptions<T, string?> IsNameLine<T>(this IRuleBuilder<T, string?> rule, int length) => rule
        .NotEmpty().IsLine(length)
        .Must(name => name is null || Folding.Key(name).Length > 0).WithMessage("Écrivez au moins une lettre ou un chiffre.");

    public static IRuleBuilderOptions<T, string?> IsLine<T>(this IRuleBuilder<T, string?> rule, int length) => rule
        .MaximumLength(length)
        .Must(text => text is null || !text.Contains('\n')).WithMessage("Une seule ligne, sans retour.")
        // They reverse what is read around them: a name could pass for another.
        .Must(text => text is null || !text.Any(IsDirectionMark)).WithMessage("Ce texte contient des marques invisibles de sens de lecture : tapez-le au lieu de le coller.");

    public static IRuleBuilderOptions<T, string?> IsEmail<T>(this IRuleBuilder<T, string?> rule, int length) => rule
        .MaximumLength(length)
        .Must(text => text is null || EmailShape().IsMatch(text)).WithMessage("Cette adresse électronique est incomplète : il faut quelque chose comme nom@exemple.fr.");

    /// <summary>Something that can be an address of e-mail.</summary>
    public static bool IsEmailShape(string text) => EmailShape().IsMatch(text);

    public static IRuleBuilderOptions<T, string?> IsPhone<T>(this IRuleBuilder<T, string?> rule, int length) => rule
        .MaximumLength(length)
        .Must(text => text is null || (PhoneShape().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 4 and <= 15)).WithMessage("Un numéro n’a que des chiffres, des espaces et des points, par exemple 02 99 70 34 34.");

    public static IRuleBuilderOptions<T, string?> IsWebSite<T>(this IRuleBuilder<T, string?> rule, int length) => rule
        .MaximumLength(length)
        .Must(text => text is null || WebAddress(text) is not null).WithMessage("Cette adresse est incomplète : il faut quelque chose comme https://www.exemple.fr.")
        // What has accents is longer once it is written as an address.
        .Must(text => text is null || WebAddress(text) is not { } whole || whole.Length <= length).WithMessage($"Cette adresse est trop longue\u00a0: {length} caractères au plus, où un accent en compte six.");

    /// <summary>The address with its scheme, null when it cannot be one. Nothing but http and https ever becomes a link.</summary>
    public static string? WebAddress(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Contains('.') && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri : null;

    private static bool IsDirectionMark(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex("""^[^@\s,;<>"]{1,64}@[^@\s,;<>".]+(\.[^@\s,;<>".]+)+$""", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^\+?[0-9 .()\u00a0\u202f-]+$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex PhoneShape();
}
