namespace Platform.Modules.Members.Contract;

/// <summary>EPCI à fiscalité propre (code général des collectivités territoriales, art. L. 5210-1-1 A).</summary>
public enum EpciKind : short
{
    CommunauteDeCommunes = 1,
    CommunauteAgglomeration = 2,
    CommunauteUrbaine = 3,
    Metropole = 4,
}

public static class EpciKinds
{
    public static string Label(this EpciKind kind) => kind switch
    {
        EpciKind.CommunauteDeCommunes => "Communauté de communes",
        EpciKind.CommunauteAgglomeration => "Communauté d’agglomération",
        EpciKind.CommunauteUrbaine => "Communauté urbaine",
        EpciKind.Metropole => "Métropole",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
