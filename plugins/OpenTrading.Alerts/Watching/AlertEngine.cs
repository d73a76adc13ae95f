using OpenTrading.Alerts.Book;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Watching;

/// <summary>
/// Lets alerts fire. A tick costs a search in the prices of its market; expressions are looked at when a bar has closed. What fires is on disk before
/// anybody is told, where the disk takes it.
/// </summary>
/// <param name="context">Prices and indicators.</param>
/// <param name="book">The alerts.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class AlertEngine(IPluginContext context, AlertBook book)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(string Source, string Symbol), Watched> _markets = [];
    private readonly List<string> _met = [];
    private readonly PriorityQueue<string, DateTime> _endings = new();
    private bool _isOpen;

    /// <summary>Raised for what fired, after it is kept, outside of any turn.</summary>
    public event Action<IReadOnlyList<FiredAlert>>? Fired;

    /// <summary>The alerts, those that wait first.</summary>
    public IReadOnlyList<Alert> All => InTurn(() => (IReadOnlyList<Alert>)[.. book.Active, .. book.Ended]);

    /// <summary>Adds an alert; on disk when this returns.</summary>
    /// <exception cref="CapabilityException">There are as many as there may be: <see cref="ErrorCode.LimitExceeded"/>.</exception>
    public void Add(Alert alert, MarketSymbol symbol) => Run(fired =>
    {
        book.RequireRoom();
        if (MarketOf(alert) is { } market)
        {
            // What happened before it was made is not its business.
            Ask(market, fired);
        }

        book.Keep([alert]);
        Watch(alert, symbol);
    });

    /// <summary>Refuses one more where there are as many as there may be.</summary>
    /// <exception cref="CapabilityException">LIMIT_EXCEEDED.</exception>
    public void RequireRoom() => InTurn(() =>
    {
        book.RequireRoom();
        return true;
    });

    /// <summary>Takes an alert away; null when there is none.</summary>
    public Alert? Delete(string alertId) => InTurn(() =>
    {
        if (book.Find(alertId) is not { } alert)
        {
            return null;
        }

        book.Delete(alertId);
        Unwatch(alert);
        return alert;
    });

    /// <summary>Takes what the market told by itself.</summary>
    public void Hear(in MarketEvent e)
    {
        MarketEvent told = e;
        Run(fired =>
        {
            if (_markets.TryGetValue((told.Key.Source, told.Key.Symbol), out Watched? market))
            {
                Take(market, told, fired);
            }
        });
    }

    /// <summary>Asks for what is not told by itself, looks at bars that closed, and ends what has expired.</summary>
    public void Look()
    {
        Run(fired =>
        {
            foreach (Watched market in _markets.Values.ToArray())
            {
                Ask(market, fired);
                LookAtBars(market, fired);
            }

            Expire();
        });
    }

    /// <summary>Keeps the prices seen last, so that what happens until the next start is noticed then.</summary>
    public void Rest() => InTurn(() =>
    {
        book.Keep([.. book.Active.Where(a => a.Price is not null && MarketOf(a) is { Ladder.Last: > 0 })
            .Select(a => a with { SeenPrice = MarketOf(a)!.Symbol.Instrument.ToPrice(MarketOf(a)!.Ladder.Last) })
            .Where(a => a != book.Find(a.AlertId))]);
        return true;
    });

    private void Take(Watched market, in MarketEvent told, List<FiredAlert> fired)
    {
        market.Heard(told.Time);
        if (told.IsTick)
        {
            Move(market, told.Tick.Bid, told.Time, fired);
            return;
        }

        (double first, double second, double third, double last) = BarPath.Of(told.Bar);
        Move(market, first, told.Time, fired);
        Move(market, second, told.Time, fired);
        Move(market, third, told.Time, fired);
        Move(market, last, told.Time, fired);
        LookAtBars(market, fired);
    }

    private void Ask(Watched market, List<FiredAlert> fired)
    {
        if (market.Ladder.Count == 0)
        {
            return;
        }

        try
        {
            foreach (double price in market.Look(context.Market))
            {
                Move(market, price, context.Market.Now, fired);
            }
        }
        catch (CapabilityException)
        {
            // It does not quote now. Nothing fires on a price that nobody gave.
        }
    }

    private void Move(Watched market, double price, DateTime now, List<FiredAlert> fired)
    {
        _met.Clear();
        market.Ladder.Move(price, _met);
        foreach (string id in _met)
        {
            Fire(market, id, now, price, fired);
        }
    }

    private void LookAtBars(Watched market, List<FiredAlert> fired)
    {
        List<Alert> turned = [];
        foreach (ExpressionGroup group in market.Expressions.Values)
        {
            try
            {
                group.Look((id, holds, time, close) =>
                {
                    if (holds is { } now && book.Find(id) is { Ended: null } alert && alert.HeldBefore != now)
                    {
                        if (now && alert.HeldBefore == false)
                        {
                            Fire(market, id, time, close, fired);
                        }

                        book.Remember(alert = book.Find(id)! with { HeldBefore = now });
                        turned.Add(alert);
                    }
                });
            }
            catch (CapabilityException)
            {
                // Its bars cannot be read now; they are looked at when they can.
            }
        }

        book.Keep([.. turned.Select(a => book.Find(a.AlertId)).OfType<Alert>().Where(a => a.Ended is null).DistinctBy(a => a.AlertId)]);
    }

    private void Fire(Watched market, string id, DateTime now, double price, List<FiredAlert> fired)
    {
        if (book.Find(id) is not { } alert || !alert.MayFire(now))
        {
            return;
        }

        var firing = new Firing(now, market.Symbol.Instrument.ToPrice(price));
        Alert after = alert.After(firing);
        book.Remember(after);
        fired.Add(new FiredAlert(after, firing));
        if (after.Ended is not null)
        {
            Unwatch(after);
        }
    }

    private void Expire()
    {
        List<Alert> ended = [];
        DateTime now = context.Market.Now;
        while (_endings.TryPeek(out string? id, out DateTime at) && at <= now)
        {
            _endings.Dequeue();
            if (book.Find(id) is { Ended: null } alert && alert.ExpiresAt <= now)
            {
                Unwatch(alert);
                ended.Add(alert with { Ended = alert.Fired.Count > 0 ? AlertStatus.Fired : AlertStatus.Expired });
            }
        }

        book.Keep(ended);
    }

    // What fires in one turn is kept by one write.
    private void Run(Action<List<FiredAlert>> turn)
    {
        List<FiredAlert> fired = [];
        try
        {
            lock (_turn)
            {
                Open();
                turn(fired);
                book.Keep([.. fired.Select(f => book.Find(f.Alert.AlertId) ?? f.Alert).DistinctBy(a => a.AlertId)]);
            }
        }
        finally
        {
            // A disk that takes nothing is no reason to keep a trader in the dark: at the worst it is told again after a restart.
            if (fired.Count > 0)
            {
                Fired?.Invoke(fired);
            }
        }
    }

    private T InTurn<T>(Func<T> work)
    {
        lock (_turn)
        {
            Open();
            return work();
        }
    }

    private void Open()
    {
        if (_isOpen)
        {
            return;
        }

        book.Open();
        _isOpen = true;
        foreach (Alert alert in book.Active.ToArray())
        {
            Watch(alert, new MarketSymbol(context.Instruments.GetValueOrDefault(alert.Symbol) ?? Unknown(alert), alert.Source) { BrokerSymbol = alert.BrokerSymbol });
        }
    }

    // An instrument that left the configuration quotes no more; its alerts wait for its return.
    private static Instrument Unknown(Alert alert) => new() { Symbol = alert.Symbol, Digits = 5, ContractSize = 1, BaseCurrency = "", ProfitCurrency = "" };

    private void Watch(Alert alert, MarketSymbol symbol)
    {
        if (!_markets.TryGetValue((symbol.Source, symbol.BrokerSymbol), out Watched? market))
        {
            _markets[(symbol.Source, symbol.BrokerSymbol)] = market = new Watched(symbol);
        }

        if (alert.ExpiresAt is { } end)
        {
            _endings.Enqueue(alert.AlertId, end);
        }

        if (alert.Timeframe is not { } timeframe)
        {
            market.Ladder.Add(alert);
            return;
        }

        if (!market.Expressions.TryGetValue(timeframe, out ExpressionGroup? group))
        {
            market.Expressions[timeframe] = group = new ExpressionGroup(new BarHistory(context), symbol, timeframe);
        }

        try
        {
            group.Add(alert.AlertId, TimedExpression.Parse($"{timeframe}: {alert.Expression}", context.Indicators).Condition);
        }
        catch (FormatException)
        {
            // An indicator of it left with its plugin; it waits for its return.
        }
    }

    private void Unwatch(Alert alert)
    {
        if (MarketOf(alert) is not { } market)
        {
            return;
        }

        if (alert.Timeframe is not { } timeframe)
        {
            market.Ladder.Remove(alert);
        }
        else if (market.Expressions.TryGetValue(timeframe, out ExpressionGroup? group))
        {
            group.Remove(alert.AlertId);
        }

        if (market.IsIdle)
        {
            _markets.Remove((market.Symbol.Source, market.Symbol.BrokerSymbol));
        }
    }

    private Watched? MarketOf(Alert alert) => _markets.GetValueOrDefault((alert.Source, alert.BrokerSymbol));
}
