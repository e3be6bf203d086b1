using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Whether visitors may become fictional people in one click: an installation must want it, and then only its
/// demonstration spaces offer it.</summary>
internal sealed class Demonstration(IConfiguration configuration)
{
    private readonly bool enabled = configuration.GetValue<bool>("Demo:Enabled");

    /// <param name="space">Null outside spaces, where an operator may be offered.</param>
    public bool OffersPersonas(Space? space) => enabled && (space is null || space.IsDemonstration);
}
