using System.Collections.Concurrent;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>An account in a terminal as the host's broker. A request goes out once; one without a result is asked for until there is one.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class TerminalBroker : IBroker, IBrokerLink, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Well before any rule takes a contract for old.
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    private readonly Terminal _terminal;
    private readonly int _magic;
    private readonly Func<IJournalNotes> _notes;
    private readonly TimeProvider _wall;
    private readonly ConcurrentDictionary<string, SentRequest> _sent = new(StringComparer.Ordinal);
    private readonly TradeReports _reading;
    private readonly ReportQueue _reports;
    private readonly OutcomeSearch _search;
    private readonly TerminalBrake _brake;

    /// <summary>A broker over an account's terminal.</summary>
    public TerminalBroker(Terminal terminal, int magic, Func<IJournalNotes> notes, TimeProvider wall)
    {
        (_terminal, _magic, _notes, _wall) = (terminal, magic, notes, wall);
        _reading = new TradeReports(_sent, terminal);
        _reports = new ReportQueue(terminal.Account, notes);
        _search = new OutcomeSearch(terminal);
        _brake = new TerminalBrake(terminal, notes);
        terminal.Traded += Tell;
        terminal.Beaten += AskForUnknown;
        terminal.Beaten += _brake.Note;
        terminal.Ready += known =>
        {
            AskForUnknown();
            _brake.Note();
            _ = AskForGoneAsync();
            Changed?.Invoke();
        };
        terminal.Lost += _ => Changed?.Invoke();
    }

    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public string Name => _terminal.Source;

    /// <summary>Whether every report was handed over.</summary>
    public bool IsQuiet => _reports.IsEmpty;

    /// <inheritdoc/>
    public BrokerHealth Health
    {
        get
        {
            Session? session = _terminal.IsReady ? _terminal.Session : null;
            return new BrokerHealth
            {
                IsConnected = session is not null,
                Obstacle = session is null ? $"the terminal of {_terminal.Account} is not connected" : _terminal.Gates.Obstacle,
                Silence = session?.Silence,
                SnapshotAge = _terminal.BookAge,
                Unknown = _sent.Values.Count(s => s.IsUnknown),
                LatchLevel = _terminal.LatchLevel,
            };
        }
    }

    /// <inheritdoc/>
    public BrokerSnapshot Snapshot() => BookSnapshot.Of(_terminal);

    /// <inheritdoc/>
    public Quote? Quote(string symbol) =>
        _terminal.Session is not null && _terminal.Symbols.NameOf(symbol) is { } name && _terminal.Quotes.Find(name) is { } quote
            ? new Quote(symbol, quote.Bid, quote.Ask, quote.Time, Name)
            : null;

    /// <inheritdoc/>
    public BrokerSpec? Spec(string symbol)
    {
        if (_terminal.Session is not { } session || _terminal.Symbols.NameOf(symbol) is not { } name || _terminal.Symbols.Sheet(name) is not { } sheet)
        {
            return null;
        }

        TimeSpan age = _terminal.Symbols.Age(sheet);
        if (age > Renewal)
        {
            _terminal.Symbols.Renew(session, name);
        }

        return new BrokerSpec(age, CalcModes.IsKnown(sheet.CalcMode), sheet.TickValue);
    }

    /// <inheritdoc/>
    public void Attach(IExecutionSink sink) => _reports.Attach(sink);

    /// <inheritdoc/>
    public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        var sent = new SentRequest(request, _terminal.Book?.Figures.Time ?? default);
        if (!_terminal.IsReady || _terminal.Session is not { } session)
        {
            return Refuse(sent, $"NOT_CONNECTED: the terminal of {_terminal.Account} is not connected");
        }

        if (request.Order.Type == OrderType.StopLimit)
        {
            return Refuse(sent, "NOT_SUPPORTED: a stop-limit order needs two prices");
        }

        if (_terminal.Symbols.NameOf(request.Order.Symbol) is not { } symbol)
        {
            return Refuse(sent, $"SYMBOL_UNKNOWN: the broker has no symbol {request.Order.Symbol}");
        }

        if (!_sent.TryAdd(request.ClientOrderId, sent))
        {
            throw new InvalidOperationException($"Request {request.ClientOrderId} is on its way already; nothing is sent twice.");
        }

        session.Post(
            RequestFields.Op(request.Order.Kind),
            m => RequestFields.Write(m, request, symbol, session.Beat, _magic),
            answer => Take(sent, answer),
            fault => Lose(sent, fault.Message));
        return new ValueTask(WaitAsync(sent, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<RequestOutcome> FindAsync(BrokerRequest request, CancellationToken cancellationToken) => new(_search.FindAsync(request, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ExecutionReport>> PastAsync(DateTime from, CancellationToken cancellationToken) => new(_search.PastAsync(from, cancellationToken));

    /// <inheritdoc/>
    public ValueTask LatchAsync(int level, long seq, CancellationToken cancellationToken) => new(_brake.LatchAsync(level, seq, cancellationToken));

    /// <inheritdoc/>
    public ValueTask RearmAsync(long seq, CancellationToken cancellationToken) => new(_brake.RearmAsync(seq, cancellationToken));

    public ValueTask DisposeAsync() => _reports.DisposeAsync();

    private ValueTask Refuse(SentRequest sent, string why)
    {
        _reports.Add(TradeReports.Refused(sent.Request, why, _wall.GetUtcNow().UtcDateTime), sent);
        return new ValueTask(sent.Told.Task);
    }

    private async Task WaitAsync(SentRequest sent, CancellationToken cancellationToken)
    {
        try
        {
            await sent.Told.Task.WaitAsync(Patience, _wall, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            Lose(sent, e is TimeoutException ? $"no answer within {Patience.TotalSeconds:0} s" : "the host stopped waiting");
            throw;
        }
    }

    private void Take(SentRequest sent, Answer answer)
    {
        using (answer)
        {
            Receipt receipt;
            try
            {
                receipt = Receipt.Of(answer.Body);
            }
            catch (ProtocolException e)
            {
                Lose(sent, $"the answer is broken: {e.Message}");
                throw;
            }

            if (receipt.IsUnknown)
            {
                Lose(sent, receipt.Reason);
            }
            else
            {
                _terminal.Take(TradeNote.Of(sent.Request.ClientOrderId, receipt));
            }
        }
    }

    private void Lose(SentRequest sent, string why)
    {
        if (!sent.IsTold && !sent.IsUnknown)
        {
            sent.IsUnknown = true;
            _notes().Write("ea.outcome_unknown", ("account", _terminal.Account), ("cid", sent.Request.ClientOrderId), ("why", why));
            sent.Told.TrySetException(new OutcomeUnknownException(why));

            // Nobody but the host's router waits for it, and not always.
            _ = sent.Told.Task.Exception;
        }
    }

    private void Tell(IReadOnlyList<TradeNote> notes, TerminalBook book)
    {
        foreach ((ExecutionReport report, SentRequest? request) in _reading.Read(notes, book))
        {
            _reports.Add(report, request);
        }
    }

    private void AskForUnknown()
    {
        if (_terminal.Session is not { } session)
        {
            return;
        }

        foreach (SentRequest sent in _sent.Values.Where(s => s is { IsUnknown: true, IsAsked: false }))
        {
            sent.IsAsked = true;
            session.Post(
                "outcome",
                m => m.With("cid", sent.Request.ClientOrderId),
                answer =>
                {
                    sent.IsAsked = false;
                    TakeOutcome(sent, answer);
                },
                _ => sent.IsAsked = false);
        }
    }

    private void TakeOutcome(SentRequest sent, Answer answer)
    {
        using (answer)
        {
            var receipt = Receipt.Of(answer.Body);
            if (!receipt.IsUnknown)
            {
                sent.IsUnknown = false;
                _terminal.Take(TradeNote.Of(sent.Request.ClientOrderId, receipt));
            }
            else if (sent.IsMourned)
            {
                return;
            }

            sent.IsMourned = true;
            _notes().Write("ea.outcome", ("account", _terminal.Account), ("cid", sent.Request.ClientOrderId), ("outcome", receipt.Outcome), ("why", receipt.Reason));
        }
    }

    // Deals are told again after a cut, ends of orders are not: an order that worked and is gone is asked for.
    private async Task AskForGoneAsync()
    {
        TerminalBook? book = _terminal.Book;
        foreach (SentRequest sent in _sent.Values.Where(s => s is { IsUnknown: false, Done: { } done } && book?.Orders.Any(o => o.Ticket == done.Order) == false))
        {
            try
            {
                if (await _search.EndOfAsync(sent, CancellationToken.None).ConfigureAwait(false) is { } end)
                {
                    _terminal.TakeLate(end);
                }
            }
            catch (Exception e) when (e is IOException or TimeoutException or RefusedException or ProtocolException)
            {
                // The link is gone again; after the next one it is asked anew.
                return;
            }
        }
    }
}
