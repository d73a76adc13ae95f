namespace OpenTrading.Kernel.Journal;

/// <summary>The open file of the audit journal; the seam at which tests let a disk fail.</summary>
public interface IJournalFile : IDisposable
{
    long Length { get; }

    /// <exception cref="IOException">Some or none of the bytes are written.</exception>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Returns when everything written is on disk.</summary>
    void Flush();

    void Truncate(long length);
}
