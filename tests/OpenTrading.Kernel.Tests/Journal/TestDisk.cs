using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

/// <summary>A disk that counts, blocks or fails as told.</summary>
internal sealed class TestDisk
{
    private int _flushes;
    private int _writes;

    public int Flushes => _flushes;

    /// <summary>Each write by its number from 1; what it throws happens after half of the bytes were written.</summary>
    public Action<int> OnWrite { get; set; } = _ => { };

    public Action<int> OnFlush { get; set; } = _ => { };

    public Action OnTruncate { get; set; } = () => { };

    public IJournalFile Open(string path) => new TestFile(this, DiskJournalFile.Open(path));

    private sealed class TestFile(TestDisk disk, DiskJournalFile file) : IJournalFile
    {
        public long Length => file.Length;

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            file.Write(bytes[..(bytes.Length / 2)], offset);
            disk.OnWrite(Interlocked.Increment(ref disk._writes));
            file.Write(bytes[(bytes.Length / 2)..], offset + (bytes.Length / 2));
        }

        public void Flush()
        {
            disk.OnFlush(Interlocked.Increment(ref disk._flushes));
            file.Flush();
        }

        public void Truncate(long length)
        {
            disk.OnTruncate();
            file.Truncate(length);
        }

        public void Dispose() => file.Dispose();
    }
}
