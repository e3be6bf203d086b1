using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Refuses what is tried first: a few characters repeated, a walk over the keyboard, a word that everybody takes, the owner's own name or
/// address, with some digits around (ASVS 5, 6.2.4 and 6.2.11). What is left of a password once all of that is taken out is what has to be guessed.</summary>
internal sealed class EasyPasswords : IPasswordValidator<Account>
{
    public const string Code = "PasswordEasy";

    private const int Own = 6, Distinct = 5, Walk = 3, Name = 3;

    // Letters and digits only: as they stand once accents, capitals and spaces are gone.
    private static readonly string[] Common =
    [
        "administrateur", "administrator", "admin", "utilisateur", "motdepasse", "password", "passw0rd", "p4ssw0rd", "passe", "secret", "changemoi", "changezmoi", "changeme", "letmein", "welcome",
        "bienvenue", "bonjour", "bonsoir", "coucou", "salut", "soleil", "doudou", "chouchou", "loulou", "nounours", "jetaime", "iloveyou", "amour", "princesse", "princess", "chocolat", "vacances",
        "football", "olympique", "marseille", "paris", "lyon", "france", "bretagne", "sunshine", "dragon", "monkey", "superman", "batman", "master", "trustno1", "starwars", "computer", "ordinateur",
        "azerty", "qwerty", "qwertz", "test", "essai", "temporaire", "provisoire", "mairie", "commune", "communaute", "collectivite", "territoire", "intercommunalite", "cooperation", "cooperations",
        "territoriales", "territoriale", "alliance", "engagement", "engagements", "coalition", "plateforme", "platform", "leader", "forum", "espace",
        "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "printemps", "automne", "hiver",
    ];

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv", "aqwzsxedcrfv"];
    private static readonly string[] Walks = [.. Rows, .. Rows.Select(r => new string([.. r.Reverse()]))];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(IsEasy(password ?? "", [user.Name, user.Email]) ? IdentityResult.Failed(new IdentityError { Code = Code }) : IdentityResult.Success);
    }

    /// <param name="about">What others know of the owner.</param>
    internal static bool IsEasy(string password, IEnumerable<string?> about)
    {
        if (password.Distinct().Count() < Distinct) return true;
        var text = Folding.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        // Nothing but signs, or another alphabet: there is no list of those.
        if (text.Length < password.Length / 2) return false;
        var known = Common.Concat(about.SelectMany(a => Folding.Words(a)).Where(w => w.Length >= Name)).OrderByDescending(w => w.Length).ToList();
        var own = new List<char>();
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var taken = Math.Max(Word(known, rest), Math.Max(Walked(rest), Repeated(text, at)));
            if (taken == 0) own.Add(text[at]);
            at += Math.Max(taken, 1);
        }
        return own.Count(char.IsLetter) < Own && own.Count < 2 * Own;
    }

    private static int Word(List<string> known, ReadOnlySpan<char> rest)
    {
        foreach (var word in known)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    // Three neighbours or more.
    private static int Walked(ReadOnlySpan<char> rest)
    {
        var longest = 0;
        foreach (var walk in Walks)
            for (var length = Math.Min(rest.Length, walk.Length); length >= Math.Max(Walk, longest + 1); length--)
                if (walk.AsSpan().IndexOf(rest[..length], StringComparison.Ordinal) >= 0) longest = length;
        return longest;
    }

    // What has just been said, said again.
    private static int Repeated(string text, int at)
    {
        for (var length = Math.Min(at, text.Length - at); length >= 2; length--)
            if (string.CompareOrdinal(text, at - length, text, at, length) == 0) return length;
        return 0;
    }
}
