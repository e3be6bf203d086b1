using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Members;

/// <summary>Mandates as a sheet shows them.</summary>
/// <param name="ByPerson">On an organisation's sheet: who holds them. Otherwise: for which organisation.</param>
public sealed record MandateList(IReadOnlyList<MandatesOf.Row> All, DateOnly Today, bool ByPerson)
{
    public IReadOnlyList<MandatesOf.Row> Running => [.. All.Where(m => m.End is null || m.End >= Today)];
    public IReadOnlyList<MandatesOf.Row> Past => [.. All.Where(m => m.End < Today)];
}
