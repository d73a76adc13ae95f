using System.IO.Pipelines;
using System.Threading.Channels;

namespace OpenTrading.MetaTrader.Sessions;

/// <summary>Lines on their way to an expert, in order; many callers, one writer. Whatever waits goes out in one piece.</summary>
/// <param name="output">Where they go.</param>
internal sealed class Outbox(PipeWriter output)
{
    private const int MostWaiting = 10_000;

    private readonly Channel<ReadOnlyMemory<byte>> _waiting = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Hands a line over.</summary>
    /// <returns>False when the link has ended, or the expert takes nothing any more.</returns>
    public bool TryAdd(ReadOnlyMemory<byte> line) => _waiting.Writer.TryWrite(line);

    /// <summary>Takes nothing more.</summary>
    public void End() => _waiting.Writer.TryComplete();

    /// <summary>Writes until the end.</summary>
    /// <exception cref="IOException">The link broke.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_waiting.Reader.TryRead(out ReadOnlyMemory<byte> line))
            {
                line.Span.CopyTo(output.GetSpan(line.Length));
                output.Advance(line.Length);
            }

            FlushResult flushed = await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (flushed.IsCompleted || flushed.IsCanceled)
            {
                return;
            }
        }
    }
}
