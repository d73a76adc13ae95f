using System.Buffers;
using System.IO.Pipelines;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>Reads messages off a link, one at a time.</summary>
/// <param name="input">What the expert sends.</param>
/// <threadsafety>One reader.</threadsafety>
internal sealed class LineReader(PipeReader input)
{
    /// <summary>The next message; null when the link has ended.</summary>
    /// <param name="limit">Longest line, bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ProtocolException">What came is no message.</exception>
    /// <exception cref="IOException">The link broke.</exception>
    public async ValueTask<IncomingMessage?> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            if (read.IsCanceled)
            {
                input.AdvanceTo(buffer.Start);
                return null;
            }

            if (LineFraming.TryTake(ref buffer, out ReadOnlySequence<byte> line, limit))
            {
                IncomingMessage message = IncomingMessage.Read(line);
                input.AdvanceTo(buffer.Start);
                return message;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }
}
