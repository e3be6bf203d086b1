using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>An objective as lists show it, with its last value.</summary>
/// <param name="Commitments">How many serve it, abandoned ones apart.</param>
public sealed record ObjectiveRow(Guid Id, Guid FrameworkId, Guid? AxisId, string Title, string? Indicator, string Unit, Direction Direction,
    decimal? Baseline, int? BaselineYear, decimal Target, int TargetYear, int Position, decimal? LastValue, DateOnly? LastOn, int Commitments)
{
    public Standing At(DateOnly today) => Standing.Of(Direction, Baseline, BaselineYear, Target, TargetYear, LastValue, LastOn, today);

    /// <summary>"30 %", "1 200 logements", "25 indice (base 100)"</summary>
    public static string Figure(decimal value, string unit) => $"{French.Number(value, 4)}\u00a0{unit}";

    /// <summary>"de 100 à 50 indice en 2050", "atteindre 30 % en 2030", "garder au moins 12 ha jusqu’en 2030"</summary>
    public string Aim => (Direction, Baseline) switch
    {
        (Direction.Maintain, _) => $"garder au moins {Figure(Target, Unit)} jusqu’en {TargetYear}",
        (_, { } from) => $"de {French.Number(from, 4)} à {Figure(Target, Unit)} en {TargetYear}",
        (Direction.Decrease, null) => $"descendre à {Figure(Target, Unit)} en {TargetYear}",
        _ => $"atteindre {Figure(Target, Unit)} en {TargetYear}",
    };

    internal static IQueryable<ObjectiveRow> In(PlatformDb db, IQueryable<Objective> objectives) => objectives.Select(o => new ObjectiveRow(
        o.Id, o.FrameworkId, o.AxisId, o.Title, o.Indicator, o.Unit, o.Direction, o.Baseline, o.BaselineYear, o.Target, o.TargetYear, o.Position,
        o.Values.OrderByDescending(v => v.MeasuredOn).Select(v => (decimal?)v.Value).FirstOrDefault(),
        o.Values.OrderByDescending(v => v.MeasuredOn).Select(v => (DateOnly?)v.MeasuredOn).FirstOrDefault(),
        db.Set<Commitment>().Count(c => c.State != CommitmentState.Abandoned && c.Objectives.Any(t => t.ObjectiveId == o.Id))));
}
