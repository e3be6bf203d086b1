namespace Platform.Data;

/// <summary>Holds somebody's name or address. The journal keeps such values apart, where they can be erased; a copy beside an
/// account's identifier is not written into the journal at all, which names its author anyway.</summary>
/// <param name="owner">Name of the property with the identifier of the account, or of the person who had none; null when the row is the person's own, or when nothing
/// but the name tells whose it is.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(string? owner = null) : Attribute
{
    public string? Owner { get; } = owner;
}

/// <summary>Marks the entities that are a person in the space: their label and their personal values can be erased from the journal.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IsAPersonAttribute : Attribute;

public static class Erased
{
    public const string GivenName = "Personne", FamilyName = "effacée", Name = $"{GivenName} {FamilyName}";
}
