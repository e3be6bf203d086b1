using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Lists;

/// <summary>A list as a file. The handler writes it row by row into a file of the disk, inside its transaction; it is sent once whole:
/// memory stays flat, a slow reader holds no transaction, and a failure on the way is an error page and no half file.</summary>
public sealed class ListFile : IAsyncDisposable
{
    public const string Csv = "csv", Xlsx = "xlsx";

    /// <summary>How many rows are read at a time.</summary>
    public const int Handful = 500;

    private readonly string format;
    private readonly FileStream disk = Open();

    /// <param name="format">As the address says it; anything but "xlsx" is CSV.</param>
    public ListFile(string? format) => this.format = format == Xlsx ? Xlsx : Csv;

    /// <summary>For a national schema, which asks for commas, rather than for a French spreadsheet.</summary>
    public bool IsOpenData { get; init; }

    public string Name { get; private set; } = "";

    public string ContentType => format == Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    /// <summary>Writes every row under the headings of its columns.</summary>
    /// <param name="title">"Engagements": names the sheet and the file.</param>
    /// <returns>How many rows.</returns>
    public async Task<int> Write<TRow>(string title, Space space, DateOnly today, IReadOnlyList<Column<TRow>> columns, IAsyncEnumerable<TRow> rows, CancellationToken ct)
        where TRow : notnull
    {
        Name = $"{Folding.Fold(title).Replace(' ', '-')}-{space.Identifier}-{today:yyyy-MM-dd}.{format}";
        var count = 0;
        await using (ITableWriter table = format == Xlsx ? await XlsxWriter.Begin(disk, title, columns, ct) : await CsvWriter.Begin(disk, columns, ct, IsOpenData ? ',' : ';'))
        {
            var cells = new object?[columns.Count];
            await foreach (var row in rows.WithCancellation(ct))
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = columns[i].Value(row);
                await table.Row(cells, ct);
                count++;
            }
            await table.End(ct);
        }
        return count;
    }

    /// <summary>Answers a page with the file that a request writes.</summary>
    public static async Task<IActionResult> Answer(PageModel page, string? format, Func<ListFile, Task<int>> write)
    {
        var file = new ListFile(format);
        page.Response.RegisterForDisposeAsync(file);
        await write(file);
        return page.File(file.Read(), file.ContentType, file.Name);
    }

    /// <summary>The file from its beginning.</summary>
    public Stream Read()
    {
        disk.Position = 0;
        return disk;
    }

    public ValueTask DisposeAsync() => disk.DisposeAsync();

    /// <summary>A file of the disk that is gone once it is closed.</summary>
    internal static FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 64 * 1024 };
        // The directory is everybody's.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    /// <summary>Reads rows by handfuls of identifiers, in the order of these.</summary>
    public static async IAsyncEnumerable<TRow> InOrder<TRow>(IReadOnlyList<Guid> ids, Func<IReadOnlyList<Guid>, Task<IReadOnlyList<TRow>>> read, Func<TRow, Guid> id)
    {
        foreach (var handful in ids.Chunk(Handful))
        {
            var rows = (await read(handful)).ToDictionary(id);
            foreach (var one in handful)
                if (rows.TryGetValue(one, out var row)) yield return row;
        }
    }
}

/// <summary>A format of files.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    Task Row(IReadOnlyList<object?> cells, CancellationToken ct);
    Task End(CancellationToken ct);
}
