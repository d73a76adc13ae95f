using Microsoft.Win32.SafeHandles;

namespace OpenTrading.Kernel.Journal;

/// <summary>A journal file on disk. Others may read it meanwhile, and it may be renamed while open.</summary>
public sealed class DiskJournalFile : IJournalFile
{
    private readonly SafeFileHandle _handle;

    private DiskJournalFile(SafeFileHandle handle) => _handle = handle;

    public long Length => RandomAccess.GetLength(_handle);

    public static DiskJournalFile Open(string path) =>
        new(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete));

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(_handle, bytes, offset);

    public void Flush() => RandomAccess.FlushToDisk(_handle);

    public void Truncate(long length) => RandomAccess.SetLength(_handle, length);

    public void Dispose() => _handle.Dispose();
}
