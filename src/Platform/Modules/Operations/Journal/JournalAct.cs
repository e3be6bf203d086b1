namespace Platform.Modules.Operations.Journal;

/// <summary>What was saved at once by one person: one act for the reader, whatever the number of rows it touched.</summary>
/// <param name="Main">The row that names the act: the first that has a name of its own.</param>
/// <param name="Others">The rest, gathered by kind and action.</param>
public sealed record JournalAct(ReadJournal.Row Main, IReadOnlyList<(string Kind, AuditAction Action, IReadOnlyList<ReadJournal.Row> Rows)> Others)
{
    /// <param name="rows">One page, newest first; what was saved at once stands together.</param>
    public static IEnumerable<JournalAct> Of(IEnumerable<ReadJournal.Row> rows) => rows.GroupBy(r => (r.At, r.Actor)).Select(g =>
    {
        var main = g.Where(r => r.IsRoot && r.Label.Length > 0).OrderBy(r => r.Action).FirstOrDefault() ?? g.FirstOrDefault(r => r.Label.Length > 0) ?? g.First();
        return new JournalAct(main, [.. g.Where(r => r.Id != main.Id).GroupBy(r => (r.Kind, r.Action))
            .Select(o => (o.Key.Kind, o.Key.Action, (IReadOnlyList<ReadJournal.Row>)[.. o]))]);
    });
}
