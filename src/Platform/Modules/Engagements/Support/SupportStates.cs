using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Support;

public static class SupportStates
{
    public static Badge Badge(this SupportState state) => new(EnumNames.Of(state), state switch
    {
        SupportState.Asked => Tone.Accent,
        SupportState.Accepted => Tone.Active,
        SupportState.UnderWay => Tone.Active,
        SupportState.Given => Tone.Ok,
        _ => Tone.Neutral,
    }, state switch
    {
        SupportState.Asked => "send",
        SupportState.Accepted => "check",
        SupportState.UnderWay => "player-play",
        SupportState.Given => "circle-check",
        _ => "circle-x",
    });

    /// <summary>As it stands in an address.</summary>
    public static string Slug(this SupportState state) => state switch
    {
        SupportState.Asked => "demandee",
        SupportState.Accepted => "acceptee",
        SupportState.UnderWay => "en-cours",
        SupportState.Given => "rendue",
        _ => "refusee",
    };

    public static Badge Late { get; } = new("En retard", Tone.Late, "clock-exclamation");
}
