namespace Platform.Modules.Operations.Demonstration;

/// <summary>Names of people who do not exist, always the same ones in the same order.</summary>
internal sealed class Fiction(int seed)
{
    private static readonly string[] Given =
    [
        "Aline", "Bastien", "Camille", "Denis", "Élodie", "Florent", "Gaëlle", "Hervé", "Inès", "Joël", "Karine", "Loïc", "Maëlle", "Nolwenn",
        "Odile", "Pascal", "Quentin", "Rozenn", "Sylvain", "Thérèse", "Ugo", "Valérie", "Wilfried", "Yann", "Zoé", "Armelle", "Benoît", "Clémence",
        "Damien", "Estelle", "Fabrice", "Gwenola", "Hugo", "Irène", "Jérôme", "Laure", "Mickaël", "Noémie", "Olivier", "Perrine",
    ];

    private static readonly string[] Family =
    [
        "Abgrall", "Beaulieu", "Chevrel", "Daubert", "Esnault", "Fouquier", "Gautrais", "Hamonic", "Illy", "Jaouen", "Kervadec", "Lemarié", "Mahéo",
        "Nédelec", "Oger", "Pavageau", "Quélen", "Rabouin", "Salmon-Dréan", "Tanguy", "Urvoy", "Vaillandet", "Ybert", "Allano", "Boisnard", "Coudray",
        "Delanoë-Prat", "Evrard", "Fresnel", "Guillemot", "Houdard", "Josselin", "Kermarrec", "Lavenant", "Morvézen", "Noblet", "Orhan", "Plessis", "Rocher", "Sauvaget",
    ];

    private readonly HashSet<(int, int)> given = [];
    private uint state = (uint)seed;

    public (string Given, string Family) Name()
    {
        while (true)
        {
            var pair = (Next(Given.Length), Next(Family.Length));
            if (given.Add(pair)) return (Given[pair.Item1], Family[pair.Item2]);
        }
    }

    // Not System.Random: its sequence for a seed is promised by no version of the framework.
    private int Next(int below)
    {
        state = unchecked(state * 1664525 + 1013904223);
        return (int)((state >> 8) % (uint)below);
    }
}
