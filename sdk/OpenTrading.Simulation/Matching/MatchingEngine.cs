using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Margin;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;
using OpenTrading.Simulation.State;

namespace OpenTrading.Simulation.Matching;

/// <summary>
/// A deterministic broker with one account: bars or ticks in, fills and bookings out. The same input gives the same output on every machine.
/// </summary>
/// <remarks>
/// The driver gives it each bar or tick, then lets the strategy place orders, which work from the next one. Instruments with bars of equal time
/// are fed in the order of their setups. Prices are whole points and volumes whole steps inside; decimals at the border.
/// </remarks>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class MatchingEngine
{
    private readonly Account _account;
    private readonly MarginRules _margin;
    private readonly Execution _execution;
    private readonly StopOut _stopOut;
    private readonly SwapDesk _swaps;
    private readonly OrderDesk _desk;
    private readonly QuoteMatcher _quotes;
    private readonly IntrabarWalk _walk;
    private readonly BarEnd _barEnd;
    private readonly QuietBars _quiet;
    private readonly QuietTicks _quietTicks;
    private readonly bool _delaysByTime;
    private bool _matching;

    /// <summary>Opens an account.</summary>
    /// <param name="account">Terms of the account.</param>
    /// <param name="options">Assumptions of matching.</param>
    /// <param name="setups">Instruments; their place is their index.</param>
    /// <param name="listener">Receives the events.</param>
    /// <param name="state">A saved account to continue; null opens a new one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A delay is negative, or the leverage is not above 0.</exception>
    /// <exception cref="ArgumentException">A setup lacks its conversion source, or the state does not fit the setups.</exception>
    public MatchingEngine(
        AccountOptions account, MatchingOptions options, IReadOnlyList<InstrumentSetup> setups, IMatchingListener listener, EngineState? state = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.DelayBars, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.DelayMilliseconds, nameof(options));
        if (account.Leverage <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(account), account.Leverage, "Leverage must be above 0; leave it out to have no margin rules.");
        }

        var markets = new Market[setups.Count];
        for (int i = 0; i < markets.Length; i++)
        {
            markets[i] = new Market(i, setups[i], account.Currency, markets.AsSpan(0, i));
        }

        var calendar = new RolloverCalendar(account.BrokerDay);
        _delaysByTime = options.DelayMilliseconds != 0;
        _account = new Account(account, markets, options.Seed, listener);
        _margin = new MarginRules(_account);
        _execution = new Execution(_account, _margin, calendar);
        _stopOut = new StopOut(_account, _execution);
        _swaps = new SwapDesk(_account, calendar);
        _desk = new OrderDesk(_account, options, calendar);
        _quotes = new QuoteMatcher(_execution);
        _walk = IntrabarWalk.For(options.Intrabar, _execution);
        _barEnd = new BarEnd(options.TrailSource, listener);
        _quiet = new QuietBars(_account, _margin);
        _quietTicks = new QuietTicks(_margin, _desk);
        if (state is not null)
        {
            StateKeeper.Restore(_account, state, calendar);
        }
    }

    /// <summary>Cash after all bookings, account currency; open profit and unrealised swap are not in it.</summary>
    public double Balance => _account.Balance;

    /// <summary>Balance plus floating profit plus unrealised swap at the last marks, account currency.</summary>
    public double Equity => _account.Equity;

    /// <summary>Margin held by open positions, account currency; 0 without leverage.</summary>
    public double UsedMargin => _account.UsedMargin;

    /// <summary>Open positions in order of number.</summary>
    public IReadOnlyList<SimulatedPosition> Positions => _account.Positions;

    /// <summary>Working orders in order of number, market orders that wait for their bar included.</summary>
    public IReadOnlyList<SimulatedOrder> Orders => _account.Orders;

    /// <summary>Whether prices alone can do nothing to the account: nothing is open, waits, or is on its way to the broker.</summary>
    public bool IsIdle => _account.Positions.Count + _account.Orders.Count == 0 && _desk.IsIdle;

    /// <summary>Open positions of one instrument in order of number. Stands until the engine runs on.</summary>
    public ReadOnlySpan<SimulatedPosition> PositionsOf(int instrument) => CollectionsMarshal.AsSpan(_account.Markets[instrument].Positions);

    /// <summary>UTC opening time of the last bar of an instrument, or time of its last tick.</summary>
    public DateTime Time(int instrument) => new(_account.Markets[instrument].Time, DateTimeKind.Utc);

    /// <summary>Last bar of an instrument, or its last tick as a bar; all 0 before the first.</summary>
    public BarPoints Quote(int instrument) => _account.Markets[instrument].Bar;

    /// <summary>Open profit of a position at its instrument's last mark, before swap, account currency.</summary>
    public double FloatingProfit(SimulatedPosition position) => _account.Floating(position);

    /// <summary>Runs bar <paramref name="index"/> of the bars in the instrument's setup.</summary>
    /// <exception cref="InvalidOperationException">The setup has no bars, or the bar is not later than the last one.</exception>
    public void OnBar(int instrument, int index)
    {
        var market = _account.Markets[instrument];
        RunBar(market, Bars(market)[index], startsStrategyBar: true);
    }

    /// <summary>
    /// Runs bars <paramref name="from"/> up to <paramref name="to"/> of the bars in the instrument's setup: the same as one by one, and much
    /// faster where nothing happens.
    /// </summary>
    /// <param name="instrument">Index of the instrument.</param>
    /// <param name="from">First bar.</param>
    /// <param name="to">End, exclusive.</param>
    /// <param name="equity">Receives <see cref="Equity"/> at the close of each bar, at the bar's own index; empty when nobody asks.</param>
    /// <returns>How many of the bars ended with a position open.</returns>
    /// <exception cref="InvalidOperationException">The setup has no bars, or the first bar is not later than the last one run.</exception>
    public int RunBars(int instrument, int from, int to, Span<double> equity)
    {
        var market = _account.Markets[instrument];
        var bars = Bars(market);
        if (from < to && (bars.Times[from] <= market.Time || _delaysByTime))
        {
            throw Refusal(market, bars.Times[from]);
        }

        int held = 0;
        for (int i = from; i < to; i++)
        {
            int quiet = _quiet.Pass(market, bars, i, to, equity);
            held += _account.Positions.Count > 0 ? quiet - i : 0;
            i = quiet;
            if (i == to)
            {
                break;
            }

            RunBar(market, bars[i], startsStrategyBar: true);
            held += _account.Positions.Count > 0 ? 1 : 0;
            if (!equity.IsEmpty)
            {
                equity[i] = _account.Equity;
            }
        }

        return held;
    }

    /// <summary>Runs one bar.</summary>
    /// <param name="instrument">Index of the instrument.</param>
    /// <param name="bar">The bar in points, its spread final.</param>
    /// <param name="startsStrategyBar">False for the second and later bars of a lower timeframe inside one bar of the strategy.</param>
    /// <exception cref="ArgumentException">The bar is unsound.</exception>
    /// <exception cref="InvalidOperationException">The bar is not later than the last one, or the engine delays by milliseconds.</exception>
    public void OnBar(int instrument, in BarPoints bar, bool startsStrategyBar = true)
    {
        var market = _account.Markets[instrument];
        if (!bar.IsSound)
        {
            throw Refusals.Unsound(market, bar);
        }

        RunBar(market, bar, startsStrategyBar);
    }

    /// <summary>Runs one bar in price units under the setup's spread model.</summary>
    /// <exception cref="ArgumentException">The bar is unsound.</exception>
    /// <exception cref="InvalidOperationException">The bar is not later than the last one, or the engine delays by milliseconds.</exception>
    public void OnBar(int instrument, in Bar bar)
    {
        var setup = _account.Markets[instrument].Setup;
        OnBar(instrument, BarPoints.From(setup.Instrument, bar, setup.Spread));
    }

    /// <summary>Runs one tick. Ticks of equal time are events of their own, in the order given.</summary>
    /// <exception cref="ArgumentException">The ask is below the bid.</exception>
    /// <exception cref="InvalidOperationException">The tick is earlier than the last one.</exception>
    public void OnTick(int instrument, in Tick tick)
    {
        var market = _account.Markets[instrument];
        if (tick.Time.Ticks < market.Time)
        {
            throw Refusals.OutOfOrder(market, tick.Time.Ticks);
        }

        if (!tick.IsSound)
        {
            throw Refusals.Unsound(market, tick);
        }

        int bid = PointPrices.FromMarket(market.Instrument, tick.Bid);
        market.BeginTick(tick.Time.Ticks, bid, PointPrices.FromMarket(market.Instrument, tick.Ask));
        _matching = true;
        _desk.Arrive(market);
        _matching = false;
        Step(market);
    }

    /// <summary>Runs the ticks before a time: the same as one by one, and much faster where nothing happens.</summary>
    /// <param name="instrument">Index of the instrument.</param>
    /// <param name="ticks">Its ticks.</param>
    /// <param name="from">First tick.</param>
    /// <param name="before">UTC ticks; what comes at this time or later is left.</param>
    /// <returns>The first tick that was not run.</returns>
    public int RunTicks(int instrument, TickSeries ticks, int from, long before)
    {
        var market = _account.Markets[instrument];
        while ((from = _quietTicks.Pass(market, ticks, from, before)) < ticks.Count && ticks.Times[from] < before)
        {
            OnTick(instrument, ticks[from++]);
        }

        return from;
    }

    /// <summary>Places an order. In bar mode it works from the next bar, in tick mode from the next tick or after the delay.</summary>
    /// <returns>Number of the order. A refused one is reported to the listener before this returns.</returns>
    /// <exception cref="ArgumentException">A price the order needs is missing, a distance is negative, or a close has the side of its position.</exception>
    public long Place(OrderTicket ticket)
    {
        RequireBetweenBars();
        return _desk.Place(ticket);
    }

    /// <summary>Places a market order that closes a position, wholly or by <paramref name="lots"/>.</summary>
    /// <returns>Number of the order, or 0 when there is no such position.</returns>
    public long Close(long positionId, decimal? lots = null)
    {
        RequireBetweenBars();
        return _desk.Close(positionId, lots);
    }

    /// <summary>Cancels a working order.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Cancel(long orderId)
    {
        RequireBetweenBars();
        return _desk.Cancel(orderId);
    }

    /// <summary>Changes a pending order.</summary>
    /// <param name="orderId">Number of the order.</param>
    /// <param name="price">New price; null keeps it.</param>
    /// <param name="limitPrice">New limit price of a stop-limit; null keeps it.</param>
    /// <param name="stopLoss">Stop loss level from now on; null removes it, also one given as an offset.</param>
    /// <param name="takeProfit">Take profit level from now on; null removes it, also one given as an offset.</param>
    /// <returns>Whether there is such a pending order.</returns>
    public bool ChangeOrder(long orderId, decimal? price, decimal? limitPrice, decimal? stopLoss, decimal? takeProfit)
    {
        RequireBetweenBars();
        return _desk.ChangeOrder(orderId, price, limitPrice, stopLoss, takeProfit);
    }

    /// <summary>Sets all protective levels of a position; null removes one.</summary>
    /// <returns>Whether there is such a position.</returns>
    public bool ChangePosition(long positionId, decimal? stopLoss, decimal? takeProfit, int? trailingPoints = null)
    {
        RequireBetweenBars();
        return _desk.ChangePosition(positionId, stopLoss, takeProfit, trailingPoints);
    }

    /// <summary>Puts another balance into an account without positions and orders. Prices, numbers given and chance go on.</summary>
    /// <param name="balance">The balance, account currency, above 0.</param>
    /// <exception cref="InvalidOperationException">Positions are open, or orders wait.</exception>
    public void Reset(double balance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(balance);
        RequireBetweenBars();
        if (_account.Positions.Count + _account.Orders.Count > 0)
        {
            throw new InvalidOperationException($"{_account.Positions.Count} positions are open and {_account.Orders.Count} orders wait; an account is reset when it is flat.");
        }

        _account.Balance = balance;
    }

    /// <summary>Closes every position at the last close, without slippage: the end of the data.</summary>
    public void CloseAtEnd()
    {
        RequireBetweenBars();
        while (_account.Positions.Count > 0)
        {
            var position = _account.Positions[0];
            var market = _account.Markets[position.InstrumentIndex];
            _execution.Exit(market, position, market.OwnSide(position, market.Bid), FillReason.End);
        }
    }

    /// <summary>Writes the account down, so that another engine with the same setups and options can continue it.</summary>
    public EngineState Capture() => StateKeeper.Capture(_account);

    // Inlined with what it calls: a quiet bar costs a few nanoseconds, and calls would be most of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RunBar(Market market, in BarPoints bar, bool startsStrategyBar)
    {
        if (bar.Time <= market.Time || _delaysByTime)
        {
            throw Refusal(market, bar.Time);
        }

        market.BeginBar(bar, startsStrategyBar);
        Step(market);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(Market market)
    {
        // Under margin rules a tick may move other instruments' positions: its price may be their rate.
        if (market.Positions.Count != 0 || market.Orders.Count != 0 || (market.InTicks && _margin.Apply))
        {
            if (IsQuiet(market))
            {
                _barEnd.Run(market);
            }
            else
            {
                _matching = true;
                Match(market);
                _matching = false;
            }
        }

        market.StandAtClose();
    }

    /// <summary>Whether steps 1 to 5 can do nothing: no order, no rollover, no margin rule, no protective level in the bar's range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsQuiet(Market market)
    {
        if (market.Orders.Count != 0 || _margin.Apply || market.NextRollover <= market.Time)
        {
            return false;
        }

        int low = market.Low;
        int high = market.High;
        int spread = market.Spread;
        foreach (var position in CollectionsMarshal.AsSpan(market.Positions))
        {
            int toOwnSide = position.Direction > 0 ? 0 : spread;
            if (low + toOwnSide <= position.LowTrigger || high + toOwnSide >= position.HighTrigger)
            {
                return false;
            }
        }

        return true;
    }

    private void Match(Market market)
    {
        market.StandAtOpen();
        if (market.Positions.Count != 0)
        {
            _swaps.Run(market);
        }

        _desk.Expire(market);
        _quotes.Run(market);
        if (_margin.Apply)
        {
            _stopOut.Check();
        }

        if (!market.InTicks)
        {
            _walk.Run(market);
            if (_margin.Apply)
            {
                _stopOut.CheckExtremes(market);
            }
        }

        _barEnd.Run(market);
    }

    private static PointBars Bars(Market market) => market.Setup.Bars ?? throw Refusals.HasNoBars(market);

    private InvalidOperationException Refusal(Market market, long time) => _delaysByTime ? Refusals.NeedsTicks(market) : Refusals.OutOfOrder(market, time);

    private void RequireBetweenBars()
    {
        if (_matching)
        {
            throw new InvalidOperationException("The engine is inside a bar or tick: a listener must not place, change or cancel orders.");
        }
    }
}
