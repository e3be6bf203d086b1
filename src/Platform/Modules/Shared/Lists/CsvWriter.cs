using System.Globalization;
using System.Text;

namespace Platform.Modules.Shared.Lists;

/// <summary>CSV as a French Excel opens it by a double click: UTF-8 with its mark, semicolons, decimal commas, dates as they are typed.</summary>
internal sealed class CsvWriter : ITableWriter
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    private readonly StreamWriter text;
    private readonly char between;

    private CsvWriter(Stream to, char between) => (this.between, text) = (between, new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" });

    public static async Task<ITableWriter> Begin(Stream to, IReadOnlyList<IColumn> columns, CancellationToken ct, char between = ';')
    {
        var writer = new CsvWriter(to, between);
        await writer.Row([.. columns.Select(c => c.Header)], ct);
        return writer;
    }

    public async Task Row(IReadOnlyList<object?> cells, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) await text.WriteAsync(between);
            await text.WriteAsync(Quoted(Text(cells[i]), between));
        }
        await text.WriteLineAsync();
    }

    public Task End(CancellationToken ct) => text.FlushAsync(ct);

    public ValueTask DisposeAsync() => text.DisposeAsync();

    internal static string Text(object? value) => value switch
    {
        null => "",
        string text => Formulas.Guard(text),
        bool yes => yes ? "oui" : "non",
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        IEnumerable<string> several => Formulas.Guard(Several.Join(several)),
        // No thousands separator: it is a non-breaking space, which is read back as text.
        IFormattable number => number.ToString("0.############", Culture),
        _ => throw new NotSupportedException($"No cell for {value.GetType()}."),
    };

    /// <summary>As it stands between two separators.</summary>
    internal static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || text.Contains(separator) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
