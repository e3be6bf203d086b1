using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Stands;

internal static class StandWords
{
    public static Badge Badge(StandState state) => state switch
    {
        StandState.Waiting => new(EnumNames.Of(state), Tone.Silent, "inbox"),
        StandState.Done => new(EnumNames.Of(state), Tone.Ok, "circle-check"),
        _ => new(EnumNames.Of(state), Tone.Neutral, "circle-x"),
    };
}
