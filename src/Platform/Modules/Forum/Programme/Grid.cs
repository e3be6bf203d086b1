namespace Platform.Modules.Forum.Programme;

/// <summary>A day of the programme as a table: a column for each room, a row for each quarter of an hour.</summary>
/// <param name="Rows">Minutes after midnight at which rows begin.</param>
public sealed record Grid(IReadOnlyList<GetProgramme.Room?> Columns, IReadOnlyList<int> Rows, IReadOnlyDictionary<(Guid? Room, int Minute), Grid.Cell> Cells)
{
    public const int Step = 15, UsualStart = 9 * 60, UsualEnd = 17 * 60;

    /// <summary>What stands at a place: sessions that share it (stands, or five minutes each), and over how many rows.</summary>
    public sealed record Cell(IReadOnlyList<GetProgramme.Row> Sessions, int Span);

    /// <returns>Null: another cell, which begins above, reaches down here. No session: a free place.</returns>
    public Cell? At(Guid? room, int minute) => Cells.TryGetValue((room, minute), out var cell) ? cell
        : Cells.Any(c => c.Key.Room == room && c.Key.Minute < minute && c.Key.Minute + (c.Value.Span * Step) > minute) ? null : Free;

    private static readonly Cell Free = new([], 1);

    public static Grid Of(GetProgramme.Answer answer, int day)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var placed = answer.Rows.Where(r => r.StartMinute is not null && r.On == answer.StartsOn.AddDays(day)).ToList();
        var first = placed.Select(r => r.StartMinute!.Value).Append(UsualStart).Min() / Step * Step;
        var last = placed.Select(End).Append(UsualEnd).Max();
        var cells = new Dictionary<(Guid?, int), Cell>();
        foreach (var room in placed.GroupBy(r => r.RoomId))
        {
            var held = new List<GetProgramme.Row>();
            var (start, end) = (0, 0);
            foreach (var session in room.OrderBy(r => r.StartMinute))
            {
                if (held.Count > 0 && session.StartMinute >= end)
                {
                    cells[(room.Key, start)] = new(held, (end - start) / Step);
                    held = [];
                }
                if (held.Count == 0) (start, end) = (session.StartMinute!.Value / Step * Step, 0);
                held.Add(session);
                end = Math.Max(end, start + ((End(session) - start + Step - 1) / Step * Step));
            }
            cells[(room.Key, start)] = new(held, (end - start) / Step);
        }
        var without = placed.Exists(r => r.RoomId is null) || answer.Rooms.Count == 0 ? new GetProgramme.Room?[] { null } : [];
        return new([.. answer.Rooms, .. without], [.. Enumerable.Range(0, Math.Max(1, (last - first + Step - 1) / Step)).Select(n => first + (n * Step))], cells);

        static int End(GetProgramme.Row row) => Math.Max(row.EndMinute ?? 0, row.StartMinute!.Value + ForumSlot.Minutes);
    }
}
