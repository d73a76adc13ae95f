using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// One instrument of the engine as strategies see it and as their signals act on it, without gate and journal. Distances of stops and targets are
/// handed to the engine, which counts them from the fill.
/// </summary>
internal sealed class EngineBook : IOpenBook, ISignalBook
{
    /// <summary>Why an order, or a change of a position, with a level on the wrong side of the market is refused.</summary>
    public const string WrongSide = "a stop or target on the wrong side";

    private readonly MatchingEngine _engine;
    private readonly AccountOptions _account;
    private readonly ISizer _sizer;
    private readonly RunRecorder _recorder;
    private readonly CurrencyConverter _rates;
    private readonly Instrument _instrument;
    private readonly EngineLevels _levels;
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
        _levels = new EngineLevels(_instrument);
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
            MoveStop move when Find(move.Ticket) is { } p => Move(p, _levels.At(move.Stop), _levels.At(move.Target)),
            ClosePart part when Find(part.Ticket) is { } p => ClosePart(p, part.Fraction),
            CancelPending { Ticket: { } ticket } => _engine.Cancel(ticket),
            CancelPending => Cancel() > 0,
            _ => false,
        };
        if (!done)
        {
            _recorder.Skip($"{intent.GetType().Name}: its target is gone, or the part is below the volume step", _engine.Time(_index));
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

        decimal entry = _levels.Entry(_signal!, _engine.Quote(_index), side);
        if (EntrySize.Of(_sizer, new SizingInput(_instrument, Account(), entry, _levels.Stop(_signal!, entry, side), _rates), out string why) is not { } lots)
        {
            _recorder.Skip(why, _engine.Time(_index));
            return false;
        }

        _lots = lots;
        _fixedLots = _sizer.IsFixed ? lots : null;
        return true;
    }

    public void Enter(OrderSide side, int? turning)
    {
        SimulatedPosition? turned = turning is { } position ? Open[position] : null;
        if (_levels.Fault(_signal!, _engine.Quote(_index), side) is { } fault)
        {
            Refuse(side, _lots + (turned?.Lots ?? 0), fault);
            return;
        }

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
        Price = signal.Entry == OrderType.Market ? null : _levels.At(signal.EntryPrice),
        StopLoss = _levels.Absolute(signal.Stop),
        StopLossOffset = EngineLevels.Offset(signal.Stop),
        TakeProfit = _levels.Absolute(signal.Target),
        TakeProfitOffset = EngineLevels.Offset(signal.Target),
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

    // A level that is refused leaves everything as it was, and that is an answer too.
    private bool Move(SimulatedPosition position, decimal? stop, decimal? target)
    {
        if (_levels.Fault(_engine.Quote(_index), position.Side, stop, target) is { } fault)
        {
            Refuse(position.Side, position.Lots, fault);
            return true;
        }

        return _engine.ChangePosition(position.Id, stop ?? position.StopLoss, target ?? position.TakeProfit, position.TrailingPoints);
    }

    private void Refuse(OrderSide side, decimal lots, string fault) =>
        _recorder.Refuse(new RejectedOrder(_engine.Time(_index), _instrument.Symbol, side, lots, WrongSide, fault));

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
