using System.Buffers;
using System.IO.Pipelines;

namespace OpenTrading.MetaTrader.Links;

/// <summary>
/// A link over single HTTP exchanges: the expert posts what it has to say and receives what waits for it. An exchange whose answer was lost is
/// repeated under its number and gets the same answer, so that neither side misses or doubles a line.
/// </summary>
internal sealed class HttpLink : ILink
{
    private const int MostWaiting = 4 << 20;

    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _wall;
    private readonly Pipe _fromExpert = new(new PipeOptions(pauseWriterThreshold: MostWaiting, resumeWriterThreshold: MostWaiting / 2, useSynchronizationContext: false));
    private readonly Pipe _toExpert = new(new PipeOptions(pauseWriterThreshold: MostWaiting, resumeWriterThreshold: MostWaiting / 2, useSynchronizationContext: false));
    private readonly SemaphoreSlim _turn = new(1);
    private long _lastSeq;
    private byte[] _lastAnswer = [];

    /// <summary>A link that an expert opened by its first exchange.</summary>
    public HttpLink(string id, string peer, TimeProvider wall)
    {
        (Id, Peer, _wall) = (id, peer, wall);
        LastSeen = wall.GetTimestamp();
    }

    /// <summary>The expert's name for this connect.</summary>
    public string Id { get; }

    public string Kind => "http";

    public string Peer { get; }

    public PipeReader Input => _fromExpert.Reader;

    public PipeWriter Output => _toExpert.Writer;

    /// <summary>When the last exchange came, by the wall clock's timestamp.</summary>
    public long LastSeen { get; private set; }

    /// <summary>Whether it has ended: the expert must connect anew.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Does one exchange.</summary>
    /// <param name="seq">Its number, counted from 1.</param>
    /// <param name="body">Lines of the expert; whole ones.</param>
    /// <param name="cancellationToken">The expert went away.</param>
    /// <returns>Lines for the expert; null when the number is neither the next nor the last one, or the link has ended.</returns>
    public async Task<byte[]?> ExchangeAsync(long seq, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            LastSeen = _wall.GetTimestamp();
            if (seq == _lastSeq && seq > 0)
            {
                return _lastAnswer;
            }

            if (seq != _lastSeq + 1 || HasEnded)
            {
                return null;
            }

            // From here on the exchange has happened, whether or not its answer arrives.
            _lastSeq = seq;
            _lastAnswer = [];
            if (!body.IsEmpty)
            {
                await _fromExpert.Writer.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
            }

            return _lastAnswer = await TakeAsync().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Abort()
    {
        HasEnded = true;
        _fromExpert.Writer.CancelPendingFlush();
        _fromExpert.Reader.CancelPendingRead();
    }

    public ValueTask DisposeAsync()
    {
        // The semaphore is left to the collector: an exchange may still wait for it.
        HasEnded = true;
        return ValueTask.CompletedTask;
    }

    // A poll waits a moment for what may be on its way; the terminal stands still meanwhile, so only a moment.
    private async Task<byte[]> TakeAsync()
    {
        using var late = new CancellationTokenSource(Hold, _wall);
        try
        {
            ReadResult read = await _toExpert.Reader.ReadAsync(late.Token).ConfigureAwait(false);
            byte[] lines = read.Buffer.ToArray();
            _toExpert.Reader.AdvanceTo(read.Buffer.End);
            return lines;
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }
}
