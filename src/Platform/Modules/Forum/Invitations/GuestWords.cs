using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Invitations;

internal static class GuestWords
{
    public static Badge Badge(GuestState state) => state switch
    {
        GuestState.Draft => new(EnumNames.Of(state), Tone.Draft, "circle-dashed"),
        GuestState.Queued => new(EnumNames.Of(state), Tone.Active, "hourglass"),
        GuestState.Sent => new(EnumNames.Of(state), Tone.Silent, "question-mark"),
        GuestState.Bounced => new(EnumNames.Of(state), Tone.Late, "alert-triangle"),
        GuestState.Accepted => new(EnumNames.Of(state), Tone.Ok, "circle-check"),
        GuestState.Declined => new(EnumNames.Of(state), Tone.Neutral, "circle-x"),
        GuestState.Maybe => new(EnumNames.Of(state), Tone.Silent, "circle-half-2"),
        GuestState.Delegated => new(EnumNames.Of(state), Tone.Active, "switch-horizontal"),
        GuestState.Waiting => new(EnumNames.Of(state), Tone.Silent, "hourglass"),
        GuestState.Attended => new(EnumNames.Of(state), Tone.Ok, "user-check"),
        GuestState.Unconfirmed => new(EnumNames.Of(state), Tone.Draft, "mail"),
        _ => new(EnumNames.Of(state), Tone.Neutral, "x"),
    };

    public static (Tone Tone, string Icon) Of(AddGuests.Fate fate) => fate switch
    {
        AddGuests.Fate.Fresh => (Tone.Ok, "user-plus"),
        AddGuests.Fate.Bad => (Tone.Late, "alert-triangle"),
        AddGuests.Fate.Known or AddGuests.Fate.Twice => (Tone.Neutral, "copy"),
        _ => (Tone.Silent, "circle-x"),
    };
}
