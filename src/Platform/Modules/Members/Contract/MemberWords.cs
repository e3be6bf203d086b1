using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Contract;

/// <summary>How kinds and roles read on a page. Only "membre" is a word that a space may replace.</summary>
public static class MemberWords
{
    private static readonly Word Partner = new("partenaire", "partenaires", false), Funder = new("financeur", "financeurs", false), Guest = new("invité", "invités", false);

    public static Word Of(this Vocabulary words, RoleKind role) => role switch
    {
        RoleKind.Member => words.Member,
        RoleKind.Partner => Partner,
        RoleKind.Funder => Funder,
        RoleKind.Guest => Guest,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>"Membre", "Partenaire"… as a label.</summary>
    public static string Label(this Vocabulary words, RoleKind role) => Word.Capital(words.Of(role).Singular);

    public static string Name(this OrganisationKind kind) => EnumNames.Of(kind);

    public static string Name(this Standing standing) => EnumNames.Of(standing);
}
