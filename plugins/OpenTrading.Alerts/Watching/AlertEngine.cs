using OpenTrading.Alerts.Book;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
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
    private readonly WatchedMarkets _markets = new(context);
    private readonly Expiries _expiries = new();
    private readonly List<string> _met = [];
    private bool _isOpen;

    /// <summary>Raised for what fired, after it is kept, outside of any turn.</summary>
    public event Action<IReadOnlyList<FiredAlert>>? Fired;

    /// <summary>The alerts, those that wait first.</summary>
    public IReadOnlyList<Alert> All => InTurn(() => (IReadOnlyList<Alert>)[.. book.Active, .. book.Ended]);

    /// <summary>What is to be said about alerts beyond the bound, which are kept and not watched; empty where there are none.</summary>
    public string Omitted => InTurn(() => book.OmittedInWords);

    /// <summary>Adds an alert; on disk when this returns.</summary>
    /// <exception cref="CapabilityException">There are as many as there may be: <see cref="ErrorCode.LimitExceeded"/>.</exception>
    public void Add(Alert alert, MarketSymbol symbol) => Run(fired =>
    {
        book.RequireRoom();
        if (_markets.Of(alert) is { } market)
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
        _markets.Remove(alert);
        return alert;
    });

    /// <summary>Takes what the market told by itself.</summary>
    public void Hear(in MarketEvent e)
    {
        MarketEvent told = e;
        Run(fired =>
        {
            if (_markets.Of(told.Key) is { } market)
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
            foreach (Watched market in _markets.Now)
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
        book.Keep([.. book.Active.Where(a => a.Price is not null && _markets.Of(a) is { Ladder.Last: > 0 })
            .Select(a => a with { SeenPrice = _markets.Of(a)!.Symbol.Instrument.ToPrice(_markets.Of(a)!.Ladder.Last) })
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
            _markets.Remove(after);
        }
    }

    private void Expire()
    {
        List<Alert> ended = [];
        DateTime now = context.Market.Now;
        foreach (string id in _expiries.Due(now))
        {
            if (book.Find(id) is { Ended: null } alert && alert.ExpiresAt <= now)
            {
                _markets.Remove(alert);
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
        foreach (Alert alert in book.Active)
        {
            _markets.Restore(alert);
            _expiries.Add(alert);
        }
    }

    private void Watch(Alert alert, MarketSymbol symbol)
    {
        _markets.Add(alert, symbol);
        _expiries.Add(alert);
    }
}
