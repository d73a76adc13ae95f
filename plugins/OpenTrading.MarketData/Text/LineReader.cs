using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Text;

/// <summary>Cuts a stream into lines without copying them. Ends at LF or CR LF; skips a byte order mark and blank lines, which still count.</summary>
internal sealed class LineReader(Stream content, string file)
{
    public const int MaxLine = 64 * 1024;
    private const int BufferSize = 1 << 20;

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Line of the file last read, 1 = first.</summary>
    public long Row { get; private set; }

    /// <summary>What stands ahead, at least a whole line of the longest kind if the content has that much. Reading goes on before it.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (!_ended && _end - _start <= MaxLine)
        {
            Fill();
        }

        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>Reads the next line that is not blank.</summary>
    /// <param name="line">Valid until the next call.</param>
    /// <exception cref="ImportException">The line is longer than <see cref="MaxLine"/> bytes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            int length = rest.IndexOf((byte)'\n');
            if (length < 0 && !_ended && rest.Length <= MaxLine)
            {
                Fill();
                continue;
            }

            if (length < 0 && rest.IsEmpty)
            {
                line = default;
                return false;
            }

            Row++;
            line = length < 0 ? rest : rest[..length];
            _start += Math.Min(line.Length + 1, rest.Length);
            if (line.Length > MaxLine)
            {
                throw new ImportException(
                    file, Row, $"over {MaxLine} bytes", $"the line is longer than {MaxLine} bytes", "Name a text file with one row a line.");
            }

            line = Trim(line);
            if (!line.IsEmpty)
            {
                return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (Row == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        return line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
    }

    private void Fill()
    {
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        int read = content.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
