namespace Platform.Modules.Shared;

/// <summary>What colour helps to say. Never the only carrier: a badge has a drawing and a word.</summary>
public enum Tone { Neutral, Active, Ok, Late, Silent, Blocked, Draft, Accent }

/// <summary>A state as it is shown. Modules map their own states to it.</summary>
/// <param name="Icon">A name of Assets/icons.txt.</param>
public sealed record Badge(string Text, Tone Tone, string Icon);
