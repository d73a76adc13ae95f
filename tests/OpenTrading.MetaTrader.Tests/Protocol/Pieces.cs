using System.Buffers;

namespace OpenTrading.MetaTrader.Tests.Protocol;

/// <summary>Bytes as they come off a socket: in pieces of any length.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

    public static ReadOnlySequence<byte> Of(byte[] bytes, IEnumerable<int> cuts)
    {
        int[] places = [.. cuts.Select(c => (int)((uint)c % (uint)bytes.Length)).Append(0).Append(bytes.Length).Distinct().Order()];
        Pieces? first = null;
        Pieces? last = null;
        foreach ((int from, int to) in places.Zip(places.Skip(1)))
        {
            var next = new Pieces(bytes.AsMemory(from, to - from), from);
            if (last is not null)
            {
                last.Next = next;
            }

            first ??= next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }
}
