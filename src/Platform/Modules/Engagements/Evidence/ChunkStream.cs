namespace Platform.Modules.Engagements.Evidence;

/// <summary>A stored file as a stream that can be positioned (so that a browser resumes where it stopped): one chunk in memory at a time.</summary>
internal sealed class ChunkStream(int length, Func<int, CancellationToken, Task<byte[]>> read) : Stream
{
    private byte[] chunk = [];
    private int number = -1;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length) return 0;
        var (wanted, at) = Math.DivRem((int)Position, DocumentChunk.Bytes);
        if (wanted != number) (chunk, number) = (await read(wanted, cancellationToken), wanted);
        var count = Math.Min(buffer.Length, chunk.Length - at);
        chunk.AsMemory(at, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");
    public override void Flush() => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
