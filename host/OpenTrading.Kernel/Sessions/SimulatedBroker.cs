using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;
using OpenTrading.Simulation.State;

namespace OpenTrading.Kernel.Sessions;

/// <summary>
/// The matching engine as a broker: the same request and report contract as a terminal, driven by bars or ticks of one instrument or of several.
/// Backtest, replay and paper trade against it.
/// </summary>
/// <threadsafety>Belongs to the session's thread.</threadsafety>
public sealed class SimulatedBroker : IBroker, IBarTaker, IOpenBook, IMatchingListener
{
    /// <summary>Login of the simulated account.</summary>
    public const string Login = "paper@sim";

    private readonly MatchingEngine _engine;
    private readonly AccountOptions _account;
    private readonly PricedInstrument[] _markets;
    private readonly Dictionary<string, int> _indexes;
    private readonly long[] _done;
    private readonly ConversionQuotes _conversions;
    private readonly DateTime[] _priced;
    private readonly Tick[] _ticks;
    private readonly TimeProvider _clock;
    private readonly Action<DateTime> _passes;
    private IExecutionSink? _sink;
    private bool _placing;
    private bool _refused;
    private BrokerSnapshot? _snapshot;
    private IReadOnlyList<Position>? _positions;
    private IReadOnlyList<WorkingOrder>? _orders;

    /// <summary>Opens an account on one instrument, or continues it.</summary>
    /// <param name="account">Terms of the account.</param>
    /// <param name="options">Assumptions of matching.</param>
    /// <param name="setup">The instrument with its costs.</param>
    /// <param name="source">Source of the prices; every quote carries it.</param>
    /// <param name="clock">The session's clock.</param>
    /// <param name="state">State to continue from; null opens a new account.</param>
    public SimulatedBroker(
        AccountOptions account, MatchingOptions options, InstrumentSetup setup, string source, TimeProvider clock, EngineState? state = null)
        : this(account, options, [new PricedInstrument(setup, source)], clock, state)
    {
    }

    /// <summary>Opens an account on several instruments, or continues it.</summary>
    /// <param name="account">Terms of the account.</param>
    /// <param name="options">Assumptions of matching.</param>
    /// <param name="markets">The instruments with their costs; a pair that converts the profit of another comes before it.</param>
    /// <param name="clock">The session's clock.</param>
    /// <param name="state">State to continue from, its markets in the same order; null opens a new account.</param>
    public SimulatedBroker(
        AccountOptions account, MatchingOptions options, IReadOnlyList<PricedInstrument> markets, TimeProvider clock, EngineState? state = null)
    {
        (_account, _clock, _markets) = (account, clock, [.. markets]);
        _engine = new MatchingEngine(account, options, [.. markets.Select(m => m.Setup)], this, state);
        _indexes = _markets.Select((m, i) => (m.Setup.Instrument.Symbol, i)).ToDictionary(m => m.Symbol, m => m.i, StringComparer.Ordinal);
        _conversions = new ConversionQuotes(_markets.Select(m => m.Setup));
        _done = [.. _markets.Select((_, i) => state?.Markets[i].Time.Ticks ?? -1)];
        (_priced, _ticks) = (new DateTime[_markets.Length], new Tick[_markets.Length]);
        _passes = Passes;
    }

    /// <inheritdoc/>
    public string Name => "paper";

    /// <summary>Whether recorded bars of pairs that only convert are quoted too: in runs over the past, whose bars are of the same time. Default false.</summary>
    public bool QuotesConversions { get; init; }

    /// <summary>Told of everything the engine does, after the broker's own books; null when nobody asks.</summary>
    public IMatchingListener? Witness { get; init; }

    /// <summary>Balance plus floating profit and swap at the last mark, account currency.</summary>
    public decimal Equity => Money(_engine.Equity);

    /// <summary>The same, unrounded and free of charge: for every bar of a long run.</summary>
    public double MarkedEquity => _engine.Equity;

    /// <summary>Units controlled per unit of margin; null where no margin is needed.</summary>
    public decimal? Leverage => _account.Leverage;

    /// <summary>Equity over used margin at or below which positions are closed.</summary>
    public double StopOutLevel => _account.StopOutLevel;

    /// <summary>Booked money, account currency.</summary>
    public decimal Balance => Money(_engine.Balance);

    /// <inheritdoc/>
    public IReadOnlyList<Position> Positions => _positions ??= _engine.Positions.Count == 0 ? [] : [.. _engine.Positions.Select(ToPosition)];

    /// <inheritdoc/>
    public IReadOnlyList<WorkingOrder> Orders =>
        _orders ??= _engine.Orders.Count == 0 ? [] : [.. _engine.Orders.Where(o => o.Type != OrderType.Market).Select(ToWorking)];

    /// <summary>Raised for every closed part of a position.</summary>
    public event Action<SimulatedTrade>? TradeClosed;

    /// <summary>Raised for every fill, in order.</summary>
    public event Action<SimulatedFill>? Filled;

    /// <summary>Raised with the time of a recorded price before it is run, where it may do something to the account.</summary>
    public event Action<DateTime>? Passing;

    /// <inheritdoc/>
    public void Attach(IExecutionSink sink) => _sink = sink;

    /// <summary>The instruments, in the order of the engine.</summary>
    public IReadOnlyList<PricedInstrument> Markets => _markets;

    /// <summary>An instrument of the account; null when it has none of that name.</summary>
    public PricedInstrument? Market(string symbol) => _indexes.TryGetValue(symbol, out int index) ? _markets[index] : null;

    /// <inheritdoc/>
    public void OnBar(Instrument instrument, in Bar bar)
    {
        int index = IndexOf(instrument.Symbol);

        // The account lived through the bars before a restart; what is filled by ticks has seen all that is in the bar.
        if (bar.Time.Ticks <= _done[index] || _markets[index].HasTicks)
        {
            return;
        }

        Changed();
        BarPoints points = _markets[index].Points(bar);
        _priced[index] = bar.Time + _markets[index].Setup.BarLength;
        _engine.OnBar(index, points);
    }

    /// <summary>Takes a tick of an instrument that is filled by ticks.</summary>
    public void OnTick(Instrument instrument, in Tick tick)
    {
        int index = IndexOf(instrument.Symbol);
        if (!_markets[index].HasTicks || !tick.IsSound || tick.Time < _engine.Time(index))
        {
            return;
        }

        Changed();
        (_priced[index], _ticks[index]) = (tick.Time, tick);
        _engine.OnTick(index, tick);
    }

    /// <summary>Runs the next of an instrument's recorded bars, with what is known of its inside.</summary>
    /// <param name="index">Index of the instrument.</param>
    /// <param name="prices">Its prices.</param>
    /// <param name="close">When the bar closes, UTC ticks.</param>
    public void Run(int index, RecordedPrices prices, long close)
    {
        prices.Run(_engine, index, close, _passes);
        Changed();
        _priced[index] = prices.LastPrice;
    }

    /// <summary>UTC opening time of the last bar of an instrument, or time of its last tick.</summary>
    public DateTime TimeOf(int index) => _engine.Time(index);

    /// <summary>Closes every position at the last close, without slippage: the end of the data.</summary>
    public void CloseAtEnd()
    {
        Changed();
        _engine.CloseAtEnd();
    }

    /// <inheritdoc/>
    public Quote? Quote(string symbol)
    {
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        if (!_indexes.TryGetValue(symbol, out int index))
        {
            return QuotesConversions ? _conversions.Of(symbol, now) : null;
        }

        if (_priced[index] == default)
        {
            return null;
        }

        // While a bar is run it is not over yet.
        BarPoints last = _engine.Quote(index);
        decimal point = _markets[index].Setup.Instrument.Point;
        return new Quote(symbol, last.Close * point, (last.Close + last.Spread) * point, _priced[index] < now ? _priced[index] : now, _markets[index].Source);
    }

    /// <inheritdoc/>
    public BrokerSnapshot Snapshot() => _snapshot ??= new BrokerSnapshot(
        new AccountSnapshot(
            Login,
            AccountKind.Simulated,
            _account.Currency,
            _account.Mode,
            Balance,
            Equity,
            Money(_engine.UsedMargin),
            0,
            _clock.GetUtcNow().UtcDateTime,
            _account.Leverage),
        Positions,
        Orders);

    /// <inheritdoc/>
    public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        Changed();
        _refused = false;
        OrderIntent order = request.Order;
        switch (order.Kind)
        {
            case OrderKind.Open:
            case OrderKind.Close:
                _placing = true;
                long id = _engine.Place(Ticket(request, IndexOf(order.Symbol)));
                _placing = false;
                if (!_refused)
                {
                    Report(ExecutionKind.Accepted, request, id);
                    MeetQuote(IndexOf(order.Symbol));
                }

                break;
            case OrderKind.Modify:
                // Orders and positions are numbered apart; only a pending order has a price to change.
                bool changed = order.Price is null
                    ? _engine.ChangePosition(order.Target ?? 0, order.StopLoss, order.TakeProfit)
                    : _engine.ChangeOrder(order.Target ?? 0, order.Price, null, order.StopLoss, order.TakeProfit);
                Report(changed ? ExecutionKind.Modified : ExecutionKind.Rejected, request, order.Target ?? 0, changed ? "" : "position gone");
                break;
            default:
                bool cancelled = _engine.Cancel(order.Target ?? 0);
                Report(cancelled ? ExecutionKind.Modified : ExecutionKind.Rejected, request, order.Target ?? 0, cancelled ? "" : "order gone");
                break;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Puts another sum into an account that is flat: what is booked from now on is booked on that.</summary>
    /// <exception cref="InvalidOperationException">Positions are open, or orders wait.</exception>
    public void Reset(decimal capital)
    {
        Changed();
        _engine.Reset((double)capital);
    }

    void IMatchingListener.OnFill(in SimulatedFill fill)
    {
        Changed();
        long positionId = fill.PositionId;
        SimulatedPosition? position = _engine.Positions.FirstOrDefault(p => p.Id == positionId);
        _sink?.OnReport(new ExecutionReport
        {
            Kind = ExecutionKind.Fill,
            Time = fill.Time,
            Symbol = fill.Instrument.Symbol,
            ClientOrderId = fill.ClientId,
            Ticket = fill.OrderId == 0 ? positionId : fill.OrderId,
            DealId = fill.Sequence,
            Fill = new Fill(
                fill.Side,
                fill.Lots,
                fill.Price,
                fill.Reason,
                positionId,
                fill.ClosedSteps * fill.Instrument.VolumeStep,
                Money(fill.GrossProfit),
                -Money(fill.Commission),
                Money(fill.SwapRealised),
                Balance,
                position?.StopLoss,
                position?.TakeProfit,
                position?.Lots ?? 0,
                position?.EntryPrice ?? 0),
        });
        Filled?.Invoke(fill);
        Witness?.OnFill(fill);
    }

    void IMatchingListener.OnTradeClosed(in SimulatedTrade trade)
    {
        TradeClosed?.Invoke(trade);
        Witness?.OnTradeClosed(trade);
    }

    void IMatchingListener.OnRejected(SimulatedOrder order, RejectionReason reason)
    {
        Changed();
        _refused = _placing;

        // What was taken and only later found impossible is cancelled by the broker; a rejection answers the request itself.
        Report(_placing ? ExecutionKind.Rejected : ExecutionKind.Cancelled, order, reason.Text());
        Witness?.OnRejected(order, reason);
    }

    void IMatchingListener.OnCancelled(SimulatedOrder order, CancellationReason reason)
    {
        Changed();
        Report(reason == CancellationReason.Expired ? ExecutionKind.Expired : ExecutionKind.Cancelled, order, reason switch
        {
            CancellationReason.Requested => "requested",
            CancellationReason.Expired => "expired",
            CancellationReason.OneCancelsOther => "one cancels other",
            _ => "stop-out",
        });
        Witness?.OnCancelled(order, reason);
    }

    void IMatchingListener.OnSwap(in SwapBooking booking)
    {
        _sink?.OnReport(new ExecutionReport
        {
            Kind = ExecutionKind.Swap,
            Time = booking.Time,
            Symbol = _markets[booking.InstrumentIndex].Setup.Instrument.Symbol,
            Ticket = booking.PositionId,
            Amount = Money(booking.Amount),
        });
        Witness?.OnSwap(booking);
    }

    void IMatchingListener.OnMarginCall(double level) => Witness?.OnMarginCall(level);

    void IMatchingListener.OnStopOut(SimulatedPosition position, double level) => Witness?.OnStopOut(position, level);

    private void Changed() => (_snapshot, _positions, _orders) = (null, null, null);

    // Who looks in between sees what the price before left, and nobody sees that again.
    private void Passes(DateTime time)
    {
        Changed();
        Passing?.Invoke(time);
        Changed();
    }

    // Where ticks fill, an order meets the quote that stands when it arrives, as at a broker; it does not wait for the next one.
    private void MeetQuote(int index)
    {
        if (_ticks[index].Time != default)
        {
            _engine.OnTick(index, _ticks[index]);
        }
    }

    private int IndexOf(string symbol) => _indexes.TryGetValue(symbol, out int index)
        ? index
        : throw new ArgumentException($"The account has no instrument {symbol}; it has {string.Join(", ", _indexes.Keys)}.", nameof(symbol));

    internal static OrderTicket Ticket(BrokerRequest request, int index)
    {
        OrderIntent order = request.Order;
        return new OrderTicket
        {
            InstrumentIndex = index,
            Side = order.Side,
            Type = order.Type,
            Lots = order.Volume,
            Price = order.Price,
            StopLoss = order.StopLoss,
            TakeProfit = order.TakeProfit,
            Expiry = order.Expiry is { } expiry ? OrderExpiry.On(expiry) : OrderExpiry.GoodTillCancelled,
            PositionId = order.Kind == OrderKind.Close ? order.Target : null,
            ClientId = request.ClientOrderId,
        };
    }

    private Position ToPosition(SimulatedPosition p) => new(
        p.Id, p.Instrument.Symbol, p.Side, p.Lots, p.EntryPrice, p.OpenedAt, p.StopLoss, p.TakeProfit, Money(_engine.FloatingProfit(p)), Money(p.Swap));

    private static WorkingOrder ToWorking(SimulatedOrder o) => new(
        o.Id, o.Instrument.Symbol, o.Side, o.Type, o.Lots, o.Price!.Value, o.StopLoss, o.TakeProfit, o.ExpiresAt);

    private void Report(ExecutionKind kind, BrokerRequest request, long ticket, string reason = "") =>
        Report(kind, request.Order.Symbol, request.ClientOrderId, ticket, reason);

    private void Report(ExecutionKind kind, SimulatedOrder order, string reason) =>
        Report(kind, order.Instrument.Symbol, order.ClientId, order.Id, reason);

    private void Report(ExecutionKind kind, string symbol, string? clientOrderId, long ticket, string reason) => _sink?.OnReport(new ExecutionReport
    {
        Kind = kind,
        Time = _clock.GetUtcNow().UtcDateTime,
        Symbol = symbol,
        ClientOrderId = clientOrderId,
        Ticket = ticket,
        Reason = reason,
    });

    private decimal Money(double amount) => Math.Round((decimal)amount, _account.CurrencyDigits, MidpointRounding.AwayFromZero);
}
