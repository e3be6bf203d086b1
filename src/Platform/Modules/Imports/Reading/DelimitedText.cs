using System.Text;
using Platform.Kernel;

namespace Platform.Modules.Imports.Reading;

/// <summary>Text in columns: a .csv as spreadsheets of any country and age write it, or a table pasted from one.</summary>
internal sealed class DelimitedText : Table
{
    private const int Sampled = 64 * 1024;
    private static readonly (char Mark, string Name)[] Marks = [('\t', "tabulations"), (';', "points-virgules"), (',', "virgules")];
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly TextReader text;
    private readonly char mark;
    private readonly char[] buffer = new char[16 * 1024];
    private int at, end, line = 1;

    private DelimitedText(TextReader text, char mark, string note) => (this.text, this.mark, Note) = (text, mark, note);

    public override string Note { get; }

    public static DelimitedText Open(Stream file)
    {
        var (encoding, name) = EncodingOf(file);
        file.Position = 0;
        var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Parse(reader, Sample(file, encoding), name);
    }

    public static DelimitedText Of(string pasted) => Parse(new StringReader(pasted), pasted.Length <= Sampled ? pasted : pasted[..Sampled], "collé");

    private static DelimitedText Parse(TextReader reader, string sample, string encoding)
    {
        var (between, name) = MarkOf(sample);
        return new(reader, between, $"{encoding}, colonnes séparées par des {name}");
    }

    // RFC 4180, and what people's programs make of it: any line ending, a quote in the middle of a cell is a quote.
    protected override IEnumerable<(int Number, string?[] Cells, bool IsHidden)> Raw()
    {
        var (cells, cell, first) = (new List<string?>(), new StringBuilder(), line);
        for (var c = Next(); c >= 0; c = Next())
        {
            if (c == '"' && cell.Length == 0) Quoted(cell);
            else if (c == mark) Close();
            else if (c == '\n' || (c == '\r' && Peek() != '\n'))
            {
                Close();
                yield return (first, [.. cells], false);
                cells.Clear();
                first = line;
            }
            else if (c != '\r' && cell.Length <= LongestCell) cell.Append((char)c);
        }
        Close();
        yield return (first, [.. cells], false);

        void Close()
        {
            // A line of separators only is no table: it ends here, and is told by its width.
            if (cells.Count > 16 * Batches.ImportBatch.MostColumns) throw new RuleViolation("import.file.columns", Batches.ImportBatch.MostColumns);
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }

    // From one quote to the next that is not doubled; what follows it up to the separator belongs to the cell.
    private void Quoted(StringBuilder cell)
    {
        var opened = line;
        for (var c = Next(); ; c = Next())
        {
            if (c < 0 || cell.Length > 4 * LongestCell) throw new RuleViolation("import.file.quotes", opened);
            if (c == '"')
            {
                if (Peek() != '"') return;
                Next();
            }
            cell.Append((char)c);
        }
    }

    private int Next()
    {
        if (Peek() < 0) return -1;
        if (buffer[at] == '\n') line++;
        return buffer[at++];
    }

    private int Peek()
    {
        if (at < end) return buffer[at];
        (at, end) = (0, text.Read(buffer, 0, buffer.Length));
        return end > 0 ? buffer[0] : -1;
    }

    // What follows the byte order mark; else UTF-8 if every byte agrees; else what Windows writes in France.
    private static (Encoding Encoding, string Name) EncodingOf(Stream file)
    {
        var bytes = new byte[Sampled];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var head = bytes.AsSpan(0, read);
        if (head.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return (Encoding.UTF32, "texte UTF-32");
        if (head.StartsWith<byte>([0xFF, 0xFE])) return (Encoding.Unicode, "texte UTF-16");
        if (head.StartsWith<byte>([0xFE, 0xFF])) return (Encoding.BigEndianUnicode, "texte UTF-16");
        if (Foreign(head) is { } kind) throw new RuleViolation("import.file.kind", kind);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var chars = new char[Sampled + 4];
        try
        {
            for (; read > 0; read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false))
            {
                if (bytes.AsSpan(0, read).Contains((byte)0)) throw new RuleViolation("import.file.kind", "un fichier de données brutes");
                strict.GetChars(bytes.AsSpan(0, read), chars, flush: false);
            }
            strict.GetChars([], chars, flush: true);
            return (Encoding.UTF8, "texte UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows, "texte de Windows");
        }
    }

    private static string? Foreign(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF"u8) ? "un document PDF"
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) || head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8) ? "une image"
        : head.StartsWith<byte>([0x1F, 0x8B]) || head.StartsWith("Rar!"u8) || head.StartsWith("7z"u8) ? "une archive"
        : head.TrimStart(" \t\r\n\uFEFF"u8) is var text && (text.StartsWith("<!DOCTYPE"u8) || text.StartsWith("<html"u8) || text.StartsWith("<?xml"u8)) ? "une page web ou du XML"
        : text.StartsWith("{\\rtf"u8) ? "un document RTF"
        : head.Contains((byte)0) ? "un fichier de données brutes"
        : null;

    private static string Sample(Stream file, Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1024, leaveOpen: true);
        var chars = new char[Sampled];
        var read = reader.ReadBlock(chars);
        file.Position = 0;
        return new(chars, 0, read);
    }

    /// <summary>The mark that cuts the most lines into the same number of cells; what stands between quotes does not count.</summary>
    private static (char Mark, string Name) MarkOf(string sample) => Marks.MaxBy(mark =>
    {
        var (counts, count, quoted) = (new Dictionary<int, int>(), 0, false);
        foreach (var c in sample)
        {
            if (c == '"') quoted = !quoted;
            else if (c == '\n' && !quoted)
            {
                counts[count] = counts.GetValueOrDefault(count) + 1;
                count = 0;
            }
            else if (c == mark.Mark && !quoted) count++;
        }
        counts[count] = counts.GetValueOrDefault(count) + 1;
        return counts.Where(c => c.Key > 0).Select(c => c.Value).DefaultIfEmpty().Max();
    });

    public override void Dispose() => text.Dispose();
}
