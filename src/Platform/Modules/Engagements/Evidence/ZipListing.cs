using System.Buffers.Binary;
using System.Text;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Names of a ZIP archive's entries, from its directory alone: nothing is unpacked, so nothing can swell.</summary>
internal static class ZipListing
{
    private const int EndLength = 22, LongestEnd = EndLength + ushort.MaxValue, MostDirectoryBytes = 1024 * 1024, EntryLength = 46;

    /// <returns>Null when the directory cannot be read or is larger than any honest document's.</returns>
    public static async Task<IReadOnlySet<string>?> Names(Stream file, CancellationToken ct)
    {
        var tail = new byte[Math.Min(file.Length, LongestEnd)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, ct);
        file.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength) return null;
        var (size, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)));
        if (size > MostDirectoryBytes || offset + (long)size > file.Length) return null;
        var directory = new byte[size];
        file.Position = offset;
        await file.ReadExactlyAsync(directory, ct);
        file.Position = 0;
        return Read(directory);
    }

    private static HashSet<string>? Read(ReadOnlySpan<byte> directory)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (directory.Length >= EntryLength && directory.StartsWith("PK\u0001\u0002"u8))
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var length = EntryLength + name + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (length > directory.Length) return null;
            names.Add(Encoding.UTF8.GetString(directory.Slice(EntryLength, name)));
            directory = directory[length..];
        }
        return names.Count == 0 ? null : names;
    }
}
