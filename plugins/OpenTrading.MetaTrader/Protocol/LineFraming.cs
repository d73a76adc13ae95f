using System.Buffers;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>Cuts bytes into lines: one message a line, ended by a line feed.</summary>
internal static class LineFraming
{
    /// <summary>Longest line, bytes, its line feed included.</summary>
    public const int Limit = 1 << 20;

    /// <summary>Takes the next whole line, without its line feed.</summary>
    /// <param name="buffer">Bytes received; what was taken is cut off.</param>
    /// <param name="line">The line.</param>
    /// <param name="limit">Longest line, its line feed included.</param>
    /// <returns>False when no whole line is there yet.</returns>
    /// <exception cref="ProtocolException">The line is longer than the limit.</exception>
    public static bool TryTake(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line, int limit = Limit)
    {
        SequencePosition? end = buffer.PositionOf((byte)'\n');
        line = end is null ? default : buffer.Slice(0, end.Value);
        if ((end is null ? buffer.Length : line.Length) >= limit)
        {
            throw new ProtocolException($"a line is longer than {limit} bytes");
        }

        if (end is null)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.GetPosition(1, end.Value));
        return true;
    }
}
