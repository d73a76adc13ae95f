using System.Collections.Concurrent;
using System.Text.Json;
using OpenTrading.MetaTrader.Links;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Sessions;

/// <summary>A link after its welcome: requests with their answers, events in order, heartbeats, and the end of a link that fell silent.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class Session
{
    private readonly ILink _link;
    private readonly LineReader _reader;
    private readonly Outbox _outbox;
    private readonly TimeProvider _wall;
    private readonly TimeSpan _heartbeat;
    private readonly ConcurrentDictionary<long, Pending> _pending = [];
    private readonly EventSequence _events = new();
    private long _lastId;
    private long _sentBeat;
    private long _seenBeat;
    private long _heard;
    private string? _ended;

    /// <summary>A session over a link that was let in.</summary>
    public Session(ILink link, LineReader reader, Hello hello, TimeSpan heartbeat, TimeProvider wall)
    {
        (_link, _reader, Hello, _heartbeat, _wall) = (link, reader, hello, heartbeat, wall);
        _outbox = new Outbox(link.Output);
        _heard = wall.GetTimestamp();
    }

    /// <summary>Its name: 32 characters of hex.</summary>
    public string Id { get; } = TokenProof.NewNonce();

    /// <summary>What the expert said of itself.</summary>
    public Hello Hello { get; }

    /// <summary>What carries it.</summary>
    public string LinkKind => _link.Kind;

    /// <summary>Heartbeat that the expert answered last; 0 before the first.</summary>
    public long Beat => Interlocked.Read(ref _seenBeat);

    /// <summary>How long answers to heartbeats took.</summary>
    public RoundTrips RoundTrips { get; } = new();

    /// <summary>Events that never came.</summary>
    public long MissingEvents => _events.Missing;

    /// <summary>Requests without an answer yet.</summary>
    public int Waiting => _pending.Count;

    /// <summary>Whether it is over.</summary>
    public bool HasEnded => _ended is not null;

    /// <summary>Time since the last whole line.</summary>
    public TimeSpan Silence => _wall.GetElapsedTime(Interlocked.Read(ref _heard));

    /// <summary>Serves the link until it ends.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<string> RunAsync(ISessionListener listener)
    {
        Task writing = WriteAsync();
        using ITimer beating = _wall.CreateTimer(_ => Beating(listener), null, TimeSpan.Zero, _heartbeat);
        try
        {
            while (await _reader.ReadAsync(LineFraming.Limit, CancellationToken.None).ConfigureAwait(false) is { } message)
            {
                Interlocked.Exchange(ref _heard, _wall.GetTimestamp());
                Take(message, listener);
            }

            End("the terminal closed it");
        }
        catch (ProtocolException e)
        {
            End(e.Message);
            throw;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            End("the connection broke");
        }
        finally
        {
            End("the host failed");
            await writing.ConfigureAwait(false);
        }

        return _ended!;
    }

    /// <summary>Ends it.</summary>
    public void End(string why)
    {
        if (Interlocked.CompareExchange(ref _ended, why, null) is not null)
        {
            return;
        }

        _outbox.End();
        _link.Abort();
        foreach (long id in _pending.Keys)
        {
            Take(id)?.Failed(new LinkLostException(why));
        }
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="op">What is asked.</param>
    /// <param name="fill">Adds the request's fields; null for none.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, which the caller disposes.</returns>
    /// <exception cref="LinkLostException">The link ended first.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public async Task<Answer> AskAsync(string op, Action<OutgoingMessage>? fill, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var answered = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        long id = Post(
            op,
            fill,
            answer =>
            {
                if (!answered.TrySetResult(answer))
                {
                    answer.Dispose();
                }
            },
            fault => answered.TrySetException(fault));
        try
        {
            return await answered.Task.WaitAsync(timeout, _wall, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // Whoever comes too late is not waited for; an answer that comes nevertheless is let go.
            _pending.TryRemove(id, out _);
            if (!answered.TrySetCanceled(CancellationToken.None) && answered.Task.IsCompletedSuccessfully)
            {
                (await answered.Task.ConfigureAwait(false)).Dispose();
            }

            throw;
        }
    }

    /// <summary>Asks, and lets the answer take its effect on the link's own turn, in order with the events around it.</summary>
    /// <param name="op">What is asked.</param>
    /// <param name="fill">Adds the request's fields; null for none.</param>
    /// <param name="apply">Takes an answer that is ok.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <exception cref="LinkLostException">The link ended first.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    /// <exception cref="RefusedException">The expert refused.</exception>
    public Task ApplyAsync(string op, Action<OutgoingMessage>? fill, Action<JsonElement> apply, TimeSpan timeout)
    {
        var applied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            op,
            fill,
            answer =>
            {
                using (answer)
                {
                    if (!answer.Ok)
                    {
                        applied.TrySetException(RefusedException.Of(answer.Body));
                        return;
                    }

                    apply(answer.Body);
                    applied.TrySetResult();
                }
            },
            fault => applied.TrySetException(fault));
        return applied.Task.WaitAsync(timeout, _wall);
    }

    /// <summary>Asks; the answer is handed over on the link's own turn, in order with the events around it.</summary>
    /// <param name="op">What is asked.</param>
    /// <param name="fill">Adds the request's fields; null for none.</param>
    /// <param name="done">Takes the answer and disposes it.</param>
    /// <param name="failed">Told when the link ends first.</param>
    /// <returns>Number of the request.</returns>
    public long Post(string op, Action<OutgoingMessage>? fill, Action<Answer> done, Action<Exception> failed)
    {
        long id = Interlocked.Increment(ref _lastId);
        var request = OutgoingMessage.Request(id, op);
        fill?.Invoke(request);
        _pending[id] = new Pending(done, failed);
        if (HasEnded || !_outbox.TryAdd(request.ToLine()))
        {
            Take(id)?.Failed(new LinkLostException(_ended ?? "the terminal takes no requests"));
        }

        return id;
    }

    private async Task WriteAsync()
    {
        try
        {
            await _outbox.WriteAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            End("the connection broke");
        }
    }

    private void Take(IncomingMessage message, ISessionListener listener)
    {
        if (message.Id is { } id)
        {
            // An answer nobody waits for any more came too late; nothing else can be said of it.
            if (Take(id) is { } pending)
            {
                pending.Done(new Answer(message));
            }
            else
            {
                message.Dispose();
            }

            return;
        }

        using (message)
        {
            string type = message.Type;
            if (type.Length == 0)
            {
                throw new ProtocolException("a line is neither answer nor event");
            }

            bool isNew = _events.Take(message.Root.Whole("seq"), out long gap);
            if (gap > 0)
            {
                listener.OnGap(gap);
            }

            // What was told again is known by its deal; of everything else the newer counts.
            if (isNew || type == "trade")
            {
                listener.OnEvent(type, message.Root);
            }
        }
    }

    private Pending? Take(long id) => _pending.TryRemove(id, out Pending? pending) ? pending : null;

    private void Beating(ISessionListener listener)
    {
        if (Silence > 3 * _heartbeat)
        {
            End("the terminal fell silent");
            return;
        }

        long beat = Interlocked.Increment(ref _sentBeat);
        long sent = _wall.GetTimestamp();
        Post(
            "ping",
            m => m.With("beat", beat),
            answer =>
            {
                using (answer)
                {
                    RoundTrips.Add(_wall.GetElapsedTime(sent));
                    if (answer.Ok)
                    {
                        Interlocked.Exchange(ref _seenBeat, beat);
                        listener.OnPong(answer.Body);
                    }
                }
            },
            _ => { });
    }

    private sealed record Pending(Action<Answer> Done, Action<Exception> Failed);
}
