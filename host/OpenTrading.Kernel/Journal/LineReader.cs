using Microsoft.Win32.SafeHandles;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Cuts a file into lines. Every chunk is a new array, so that a line stays valid for as long as somebody keeps it; chunks stay below the
/// size at which arrays become expensive to collect.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="offset">Where reading begins; the first byte of a line.</param>
internal sealed class LineReader(string path, long offset = 0) : IDisposable
{
    private const int ChunkSize = 64 << 10;

    private readonly SafeFileHandle _file =
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    private byte[] _chunk = [];
    private int _start;
    private int _end;
    private long _filePosition = offset;

    /// <summary>Of the line last read, from 1; after the last one, of the unfinished line.</summary>
    public long Line { get; private set; }

    /// <summary>Where that line begins in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>The bytes after the last LF, once <see cref="TryRead"/> has returned false.</summary>
    public int Unfinished => _end - _start;

    /// <summary>Reads the next complete line, without its LF.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        line = default;
        Line++;
        Offset = _filePosition - Unfinished;
        var searched = 0;
        int at;
        while ((at = _chunk.AsSpan(_start + searched, Unfinished - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = Unfinished;
            if (searched > RecordDraft.LongestLine || !Fill()) return false;
        }
        line = _chunk.AsMemory(_start, searched + at);
        _start += searched + at + 1;
        return true;
    }

    public void Dispose() => _file.Dispose();

    private bool Fill()
    {
        var rest = _chunk.AsSpan(_start, Unfinished);
        var chunk = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkSize, rest.Length * 2));
        rest.CopyTo(chunk);
        var read = RandomAccess.Read(_file, chunk.AsSpan(rest.Length), _filePosition);
        (_chunk, _start, _end) = (chunk, 0, rest.Length + read);
        _filePosition += read;
        return read > 0;
    }
}
