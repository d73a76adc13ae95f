using System.Text.Json;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>One account in a terminal, through all its links: what is known of it, and the link of now if there is one.</summary>
/// <threadsafety>Safe from any thread. Events are raised on the link's turn.</threadsafety>
internal sealed class Terminal : ISessionListener
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DealOverlap = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(1);

    private readonly TimeProvider _wall;
    private readonly BookKeeper _books = new();
    private volatile Session? _session;
    private volatile Gates _gates = Gates.Closed;
    private DateTime? _caughtUpAt;
    private long _offsetTicks;
    private long _latch;
    private long _read;

    /// <summary>An account that connects for the first time.</summary>
    public Terminal(Hello hello, IReadOnlyDictionary<string, Instrument> instruments, SymbolResolver resolver, TimeProvider wall)
    {
        (Hello, _wall) = (hello, wall);
        Symbols = new SymbolTable(instruments, resolver, wall);
        _read = wall.GetTimestamp();
        _books.Traded += (notes, book) =>
        {
            Interlocked.Exchange(ref _read, _wall.GetTimestamp());
            Traded?.Invoke(notes, book);
        };
    }

    /// <summary>What the expert said of itself last.</summary>
    public Hello Hello { get; private set; }

    /// <summary>Account as <c>login@server</c>.</summary>
    public string Account => Hello.Account;

    /// <summary>Which terminal.</summary>
    public Platform Platform => Hello.Platform;

    /// <summary>Name of its prices: <c>mt5</c> or <c>mt4</c>.</summary>
    public string Source => Platform == Platform.Mt5 ? "mt5" : "mt4";

    /// <summary>Symbols and contracts.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>Prices.</summary>
    public QuoteBoard Quotes { get; } = new();

    /// <summary>What the expert is asked to tell.</summary>
    public Subscriptions Subscriptions { get; } = new();

    /// <summary>The machine's time, UTC.</summary>
    public DateTime Now => _wall.GetUtcNow().UtcDateTime;

    /// <summary>Account, positions and orders; null before the first.</summary>
    public TerminalBook? Book => _books.Book;

    /// <summary>Permissions to trade.</summary>
    public Gates Gates => _gates;

    /// <summary>Kill level that the expert holds by itself; 0 for none.</summary>
    public int LatchLevel => (int)Interlocked.Read(ref _latch);

    /// <summary>Time since account, positions and orders were read.</summary>
    public TimeSpan BookAge => _wall.GetElapsedTime(Interlocked.Read(ref _read));

    /// <summary>Server time less UTC.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    /// <summary>The link of now; null when there is none.</summary>
    public Session? Session => _session is { HasEnded: false } session ? session : null;

    /// <summary>Whether everything that may have happened while it was away has been read.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Why the last link ended; empty before the first end.</summary>
    public string LastError { get; private set; } = "";

    /// <summary>When the link began, UTC.</summary>
    public DateTime ConnectedAt { get; private set; }

    /// <summary>Told of trades, with books that show them.</summary>
    public event Action<IReadOnlyList<TradeNote>, TerminalBook>? Traded;

    /// <summary>Told of bars that closed: broker's symbol, timeframe, row of the bar.</summary>
    public event Action<string, Timeframe, BarRow>? BarClosed;

    /// <summary>Told when it is ready after a connect, off the link's turn.</summary>
    public event Action<Terminal>? Ready;

    /// <summary>Told with every heartbeat that was answered.</summary>
    public event Action? Beaten;

    /// <summary>Told when its link ended.</summary>
    public event Action<Terminal>? Lost;

    /// <summary>The link, for a request.</summary>
    /// <exception cref="LinkLostException">There is none.</exception>
    public Session Require() => Session ?? throw new LinkLostException(LastError.Length > 0 ? LastError : "it never connected");

    /// <summary>Serves a link until it ends.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<string> ServeAsync(Session session)
    {
        Hello = session.Hello;
        (_gates, IsReady, ConnectedAt) = (session.Hello.Gates, false, Now);
        Interlocked.Exchange(ref _offsetTicks, TimeSpan.FromSeconds(session.Hello.UtcOffsetS).Ticks);
        Interlocked.Exchange(ref _latch, session.Hello.LatchLevel);
        _books.Begin();
        _session = session;
        Task resync = ResyncAsync(session);
        try
        {
            return LastError = await session.RunAsync(this).ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            LastError = e.Message;
            throw;
        }
        finally
        {
            session.End("the host failed");
            await resync.ConfigureAwait(false);
            if (ReferenceEquals(_session, session))
            {
                IsReady = false;
                Quotes.Clear();
                Lost?.Invoke(this);
            }
        }
    }

    public void OnEvent(string type, JsonElement message)
    {
        Session session = _session!;
        switch (type)
        {
            case "ticks":
                Quotes.Take(message);
                break;
            case "bar":
                if (Timeframes.TryParse(message.Text("tf"), out Timeframe timeframe))
                {
                    BarClosed?.Invoke(message.Text("symbol"), timeframe, BarRow.OfEvent(message));
                }

                break;
            case "trade":
                _books.Take(TradeNote.Of(message), session);
                break;
            case "account":
                _books.See(AccountFigures.Of(message));
                break;
            case "gates":
                SeeGates(message);
                break;
            case "offset":
                Interlocked.Exchange(ref _offsetTicks, TimeSpan.FromSeconds(message.Whole("utc_offset_s")).Ticks);
                break;
            case "bye":
                session.End($"the expert left: {message.TextOr("reason", "no reason")}");
                break;
            default:
                // An expert of a later version may tell more than this host knows.
                break;
        }
    }

    public void OnGap(long missing) => _ = CatchUpAsync(_session!);

    public void OnPong(JsonElement pong)
    {
        _books.See(AccountFigures.Of(pong));
        SeeGates(pong);
        Beaten?.Invoke();

        // Open profit changes without anything that is told, and a book that nobody read for long proves nothing.
        if (Book is not null)
        {
            _books.Ask(_session!);
        }
    }

    /// <summary>Puts an answer among what is told, so that it takes effect with the books that show it. Called on the link's turn.</summary>
    public void Take(TradeNote note) => _books.Take(note, _session!);

    /// <summary>Puts what was found in the history among what is told. Called from any thread.</summary>
    public void TakeLate(TradeNote note)
    {
        if (Session is { } session)
        {
            // Only the link's turn may touch the books, and an answer is how one gets it.
            session.Post(
                "terminal",
                null,
                answer =>
                {
                    answer.Dispose();
                    _books.Take(note, session);
                },
                _ => { });
        }
    }

    /// <summary>Asks for books that are newer than now.</summary>
    public void Refresh()
    {
        if (Session is { } session)
        {
            _books.Ask(session);
        }
    }

    // A quiet symbol ticks late; its price is there already.
    private void AskQuotes(Session session)
    {
        foreach (string name in Symbols.BrokerNames.Values)
        {
            session.Post(
                "quote",
                m => m.With("symbol", name),
                answer =>
                {
                    using (answer)
                    {
                        if (answer.Ok)
                        {
                            Quotes.Take(name, BrokerQuote.Of(answer.Body));
                        }
                    }
                },
                _ => { });
        }
    }

    /// <summary>Takes what the expert says of the kill level that it holds by itself.</summary>
    public void SeeLatch(JsonElement message) => Interlocked.Exchange(ref _latch, message.WholeOr("latch_level"));

    private void SeeGates(JsonElement message)
    {
        _gates = Gates.Of(message);
        SeeLatch(message);
    }

    private async Task ResyncAsync(Session session)
    {
        try
        {
            await CatchUpDealsAsync(session).ConfigureAwait(false);
            _books.Ask(session);
            await Symbols.LoadAsync(session, CancellationToken.None).ConfigureAwait(false);
            Subscriptions.AddTicks(Symbols.BrokerNames.Values);
            Subscriptions.Send(session);
            AskQuotes(session);

            // An answer after all that was asked: everything before it has been read.
            (await session.AskAsync("terminal", null, Patience, CancellationToken.None).ConfigureAwait(false)).Dispose();
            if (!session.HasEnded)
            {
                IsReady = true;
                Ready?.Invoke(this);
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException or RefusedException or ProtocolException)
        {
            session.End($"reading the account failed: {e.Message}");
        }
    }

    private async Task CatchUpAsync(Session session)
    {
        try
        {
            await CatchUpDealsAsync(session).ConfigureAwait(false);
            _books.Ask(session);
        }
        catch (Exception e) when (e is IOException or TimeoutException or RefusedException or ProtocolException)
        {
            session.End($"reading the account failed: {e.Message}");
        }
    }

    private async Task CatchUpDealsAsync(Session session)
    {
        // An account without any deal yet has none to count from; what it has later is news all the same.
        DateTime now = Now;
        bool areNews = _caughtUpAt is not null;
        long from = UnixTime.Of(((_books.NewestDeal ?? _caughtUpAt) - DealOverlap) ?? now - FirstLook);
        string cursor = "";
        do
        {
            string at = cursor;
            await session.ApplyAsync(
                "deals",
                m => m.With("from", from).With("cursor", at),
                answer =>
                {
                    _books.Take(answer.Rows().EnumerateArray().Select(DealRow.Of), areNews);
                    cursor = answer.TextOr("cursor");
                },
                Patience).ConfigureAwait(false);
        }
        while (cursor.Length > 0);
        _caughtUpAt ??= now;
    }
}
