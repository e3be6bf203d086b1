using Platform.Kernel;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Door;

/// <summary>What the door says, large: a tone, a drawing, a word, and what to do.</summary>
internal static class DoorWords
{
    public static (Badge Badge, string Advice) Of(Entry entry) => entry switch
    {
        Entry.In => (new(EnumNames.Of(entry), Tone.Ok, "circle-check"), "Entrée notée."),
        Entry.Already => (new(EnumNames.Of(entry), Tone.Silent, "history"), "Cette personne a déjà été accueillie."),
        Entry.Cancelled => (new(EnumNames.Of(entry), Tone.Late, "circle-x"), "Cette personne a été retirée de la liste."),
        Entry.Waiting => (new(EnumNames.Of(entry), Tone.Silent, "hourglass"), "Sa place n’était pas encore libre."),
        Entry.NotExpected => (new(EnumNames.Of(entry), Tone.Silent, "help-circle"), "Cette personne est invitée, et nous n’avons pas sa réponse, ou elle ne devait pas venir."),
        Entry.Elsewhere => (new(EnumNames.Of(entry), Tone.Late, "ticket"), "Cherchez la personne par son nom."),
        _ => (new(EnumNames.Of(entry), Tone.Late, "alert-triangle"), "Ce code n’est pas un billet de ce forum. Cherchez la personne par son nom."),
    };

    /// <summary>May somebody be let in all the same?</summary>
    public static bool MayForce(Entry entry) => entry is Entry.Cancelled or Entry.Waiting or Entry.NotExpected;

    /// <summary>What the door would answer to a guest in that state who is not there yet.</summary>
    public static Entry Expected(GuestState state) => state switch
    {
        GuestState.Accepted or GuestState.Maybe or GuestState.Attended => Entry.In,
        GuestState.Waiting => Entry.Waiting,
        GuestState.Cancelled => Entry.Cancelled,
        _ => Entry.NotExpected,
    };
}
