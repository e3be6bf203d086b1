using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Data;

namespace Platform.Tests.Architecture.Canaries;

/// <summary>Wrong on purpose: a page that reads by itself.</summary>
public sealed class GreedyModel(PlatformDb db) : PageModel
{
    public int Spaces => db.Tenants.Count();
}
