using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// One instrument of the engine as strategies see it and as their signals act on it, without gate and journal. Distances of stops and targets are
/// handed to the engine, which counts them from the fill.
/// </summary>
internal sealed class EngineBook : IOpenBook, ISignalBook
{
    private readonly MatchingEngine _engine;
    private readonly AccountOptions _account;
    private readonly ISizer _sizer;
    private readonly RunRecorder _recorder;
    private readonly CurrencyConverter _rates;
    private readonly Instrument _instrument;
    private readonly int _index;
    private IReadOnlyList<Position>? _positions;
    private IReadOnlyList<WorkingOrder>? _orders;
    private decimal? _fixedLots;
    private readonly Made[] _made = new Made[2];
    private Signal? _signal;
    private decimal _lots;

    /// <param name="engine">The engine.</param>
    /// <param name="setup">The run.</param>
    /// <param name="index">Index of the instrument.</param>
    /// <param name="rates">Prices now, for sizes that depend on other currencies.</param>
    /// <param name="recorder">Told of signals that lead to no order.</param>
    public EngineBook(MatchingEngine engine, BacktestSetup setup, int index, CurrencyConverter rates, RunRecorder recorder)
    {
        (_engine, _account, _sizer, _index, _rates, _recorder) = (engine, setup.Account, setup.Sizer, index, rates, recorder);
        _instrument = setup.Markets[index].Setup.Instrument;
    }

    /// <summary>Brings the engine to the bar the strategies see; null where it always is there.</summary>
    public Action? CatchUp { get; init; }

    public IReadOnlyList<Position> Positions
    {
        get
        {
            CatchUp?.Invoke();
            return _positions ??= Look();
        }
    }

    public IReadOnlyList<WorkingOrder> Orders
    {
        get
        {
            CatchUp?.Invoke();
            return _orders ??= _engine.Orders.Count == 0 ? [] : [.. _engine.Orders.Where(o => o.InstrumentIndex == _index && o.Type != OrderType.Market).Select(ToWorking)];
        }
    }

    private ReadOnlySpan<SimulatedPosition> Open => _engine.PositionsOf(_index);

    public AccountMode Mode => _account.Mode;

    public int Count => Open.Length;

    /// <summary>Forgets what was seen: the engine has moved on.</summary>
    public void Forget() => (_positions, _orders) = (null, null);

    /// <summary>Carries a signal out. The engine stands at the bar of the signal.</summary>
    public void Take(Signal signal)
    {
        _signal = signal;
        SignalEffect.Apply(signal, this);
    }

    /// <summary>Carries an intent out.</summary>
    public void Take(ManageIntent intent)
    {
        bool done = intent switch
        {
            MoveStop move when Find(move.Ticket) is { } p => _engine.ChangePosition(
                p.Id, Level(move.Stop) ?? p.StopLoss, Level(move.Target) ?? p.TakeProfit, p.TrailingPoints),
            ClosePart part when Find(part.Ticket) is { } p => ClosePart(p, part.Fraction),
            CancelPending { Ticket: { } ticket } => _engine.Cancel(ticket),
            CancelPending => Cancel() > 0,
            _ => false,
        };
        if (!done)
        {
            _recorder.Skip($"{intent.GetType().Name}: its target is gone, or the part is below the volume step");
        }
    }

    public OrderSide SideOf(int position) => Open[position].Side;

    public void Close(int position) => _engine.Close(Open[position].Id);

    public void CancelPendings() => Cancel();

    public bool Size(OrderSide side)
    {
        if (_fixedLots is { } known)
        {
            _lots = known;
            return true;
        }

        decimal entry = _signal!.Entry == OrderType.Market ? Price(_engine.Quote(_index), side) : _instrument.ToPrice(_signal.EntryPrice!.Value);
        if (EntrySize.Of(_sizer, new SizingInput(_instrument, Account(), entry, Stop(entry, side), _rates), out string why) is not { } lots)
        {
            _recorder.Skip(why);
            return false;
        }

        _lots = lots;
        _fixedLots = _sizer.IsFixed ? lots : null;
        return true;
    }

    public void Enter(OrderSide side, int? turning)
    {
        SimulatedPosition? turned = turning is { } position ? Open[position] : null;
        long steps = turned?.Steps ?? 0;

        // Strategies that make their signals once get the same ticket again.
        ref Made last = ref _made[side == OrderSide.Buy ? 0 : 1];
        if (!ReferenceEquals(_signal, last.Signal) || steps != last.TurnedSteps || _lots != last.Lots)
        {
            last = new Made(_signal!, _lots, steps, Ticket(_signal!, side, _lots + (turned?.Lots ?? 0)));
        }

        _engine.Place(last.Ticket);
    }

    private OrderTicket Ticket(Signal signal, OrderSide side, decimal lots) => new()
    {
        InstrumentIndex = _index,
        Side = side,
        Type = signal.Entry,
        Lots = lots,
        Price = signal.Entry == OrderType.Market ? null : Level(signal.EntryPrice),
        StopLoss = Absolute(signal.Stop),
        StopLossOffset = Offset(signal.Stop),
        TakeProfit = Absolute(signal.Target),
        TakeProfitOffset = Offset(signal.Target),
        Expiry = signal.Expiry is { } expiry ? OrderExpiry.On(expiry) : OrderExpiry.GoodTillCancelled,
    };

    private Position[] Look()
    {
        ReadOnlySpan<SimulatedPosition> open = Open;
        var positions = new Position[open.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = ToPosition(open[i]);
        }

        return positions;
    }

    private SimulatedPosition? Find(long ticket)
    {
        foreach (SimulatedPosition position in Open)
        {
            if (position.Id == ticket)
            {
                return position;
            }
        }

        return null;
    }

    private bool ClosePart(SimulatedPosition position, double fraction)
    {
        decimal lots = fraction >= 1 ? position.Lots : Math.Floor(position.Lots * (decimal)fraction / _instrument.VolumeStep) * _instrument.VolumeStep;
        return lots > 0 && _engine.Close(position.Id, lots) > 0;
    }

    private int Cancel()
    {
        long[] pending = [.. _engine.Orders.Where(o => o.InstrumentIndex == _index && o.Type != OrderType.Market).Select(o => o.Id)];
        return pending.Count(_engine.Cancel);
    }

    private decimal? Level(double? price) => price is { } value ? _instrument.ToPrice(value) : null;

    private decimal? Absolute(Level? level) => level is { IsDistance: false } price ? _instrument.ToPrice(price.Value) : null;

    private static int? Offset(Level? level) => level is { IsDistance: true } distance ? (int)Math.Ceiling(distance.Value) : null;

    private decimal? Stop(decimal entry, OrderSide side) => Offset(_signal!.Stop) is { } points ? entry - ((int)side * points * _instrument.Point) : Absolute(_signal.Stop);

    private decimal Price(BarPoints quote, OrderSide side) => (quote.Close + (side == OrderSide.Buy ? quote.Spread : 0)) * _instrument.Point;

    private AccountSnapshot Account() => new(
        SimulatedBroker.Login,
        AccountKind.Simulated,
        _account.Currency,
        _account.Mode,
        (decimal)_engine.Balance,
        (decimal)_engine.Equity,
        (decimal)_engine.UsedMargin,
        0,
        _engine.Time(_index));

    private Position ToPosition(SimulatedPosition p) => new(
        p.Id, p.Instrument.Symbol, p.Side, p.Lots, p.EntryPrice, p.OpenedAt, p.StopLoss, p.TakeProfit, (decimal)_engine.FloatingProfit(p), (decimal)p.Swap);

    private static WorkingOrder ToWorking(SimulatedOrder o) => new(
        o.Id, o.Instrument.Symbol, o.Side, o.Type, o.Lots, o.Price!.Value, o.StopLoss, o.TakeProfit, o.ExpiresAt);

    // A ticket with what it was made from.
    private readonly record struct Made(Signal Signal, decimal Lots, long TurnedSteps, OrderTicket Ticket);
}
