using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Members;

/// <summary>Mandates as a sheet shows them: those of today and to come, and the past ones.</summary>
/// <param name="Names">Of the people (an organisation's sheet) or of the organisations represented (a person's).</param>
public sealed record MandateList(IReadOnlyList<MandatesOf.Row> All, IReadOnlyDictionary<Guid, string> Names, DateOnly Today, bool ByPerson)
{
    public MandateList Running => this with { All = [.. All.Where(m => m.End is null || m.End >= Today)] };
    public MandateList Past => this with { All = [.. All.Where(m => m.End < Today)] };
}
