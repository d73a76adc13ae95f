using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Takes down what happens in the engine of a run.</summary>
internal sealed class RunRecorder(RunDetail detail) : IMatchingListener
{
    /// <summary>Rejections that are kept; a strategy that is refused on every bar must not fill the memory.</summary>
    private const int MostRejections = 1000;

    private readonly Appended<SimulatedFill> _fills = new();
    private readonly Appended<SimulatedTrade> _trades = new();
    private readonly List<RejectedOrder> _rejections = [];
    private readonly ReasonTally _refused = new();
    private readonly ReasonTally _skipped = new();
    private int _rejected;
    private int _cancelled;
    private int _expired;
    private int _marginCalls;
    private int _stopOuts;

    /// <summary>Tells the time of an instrument, by its index.</summary>
    public Func<int, DateTime> TimeOf { get; set; } = _ => default;

    public long FillCount { get; private set; }

    public int TradeCount { get; private set; }

    public IReadOnlyList<SimulatedFill> Fills => _fills;

    public IReadOnlyList<SimulatedTrade> Trades => _trades;

    public IReadOnlyList<RejectedOrder> Rejections => _rejections;

    public IReadOnlyList<ReasonCount> Refused => _refused.Counts;

    public IReadOnlyList<ReasonCount> Skipped => _skipped.Counts;

    /// <summary>Sum of all swap bookings, account currency.</summary>
    public double Swap { get; private set; }

    public RunEvents Events => new(_rejected, _cancelled, _expired, _marginCalls, _stopOuts);

    /// <summary>A signal or intent of a bar led to no order.</summary>
    public void Skip(string why, DateTime bar) => _skipped.Add(why, bar);

    /// <summary>An order was dropped instead of filled.</summary>
    public void Refuse(RejectedOrder order)
    {
        _refused.Add(order.Reason, order.Time, () => string.Create(
            CultureInfo.InvariantCulture, $"{order.Symbol} {Names.Of(order.Side)} {order.Lots} lots{(order.Detail.Length > 0 ? ": " : "")}{order.Detail}"));
        if (++_rejected <= MostRejections)
        {
            _rejections.Add(order);
        }
    }

    public void OnFill(in SimulatedFill fill)
    {
        FillCount++;
        if (detail == RunDetail.Full)
        {
            _fills.Add(fill);
        }
    }

    public void OnTradeClosed(in SimulatedTrade trade)
    {
        TradeCount++;
        if (detail == RunDetail.Full)
        {
            _trades.Add(trade);
        }
    }

    public void OnSwap(in SwapBooking booking) => Swap += booking.Amount;

    public void OnMarginCall(double level) => _marginCalls++;

    public void OnStopOut(SimulatedPosition position, double level) => _stopOuts++;

    public void OnRejected(SimulatedOrder order, RejectionReason reason) =>
        Refuse(new RejectedOrder(TimeOf(order.InstrumentIndex), order.Instrument.Symbol, order.Side, order.Lots, reason.Text()));

    public void OnCancelled(SimulatedOrder order, CancellationReason reason)
    {
        if (reason == CancellationReason.Expired)
        {
            _expired++;
        }
        else
        {
            _cancelled++;
        }
    }
}
