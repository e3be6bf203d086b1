using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Modules.Access;

internal static class IdentityErrors
{
    /// <summary>What Identity refuses, as an error of the form beside its field.</summary>
    public static void OrThrow(this IdentityResult result, object request, string field)
    {
        if (!result.Succeeded) throw new Invalid(request, field, string.Join(" ", result.Errors.Select(Say)));
    }

    private static string Say(IdentityError error) => error.Code switch
    {
        "DuplicateEmail" or "DuplicateUserName" => "Un compte existe déjà pour cette adresse.",
        "InvalidEmail" or "InvalidUserName" => "Cette adresse électronique n’est pas acceptée.",
        EasyPasswords.Code => "Celui-ci est de ceux que l’on essaie en premier\u00a0: mots courants, suites du clavier, votre nom ou votre adresse. Prenez plutôt une phrase à vous.",
        "PasswordTooShort" => "Au moins douze caractères.",
        _ => "Cela n’a pas été accepté.",
    };
}
