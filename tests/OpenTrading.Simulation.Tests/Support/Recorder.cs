using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;

namespace OpenTrading.Simulation.Tests.Support;

/// <summary>Keeps everything an engine reports.</summary>
internal sealed class Recorder : IMatchingListener
{
    public List<SimulatedFill> Fills { get; } = [];

    public List<SimulatedTrade> Trades { get; } = [];

    public List<(SimulatedOrder Order, RejectionReason Reason)> Rejections { get; } = [];

    public List<(SimulatedOrder Order, CancellationReason Reason)> Cancellations { get; } = [];

    public List<SwapBooking> Swaps { get; } = [];

    public List<double> MarginCalls { get; } = [];

    public List<long> StopOuts { get; } = [];

    public void OnFill(in SimulatedFill fill) => Fills.Add(fill);

    public void OnTradeClosed(in SimulatedTrade trade) => Trades.Add(trade);

    public void OnRejected(SimulatedOrder order, RejectionReason reason) => Rejections.Add((order, reason));

    public void OnCancelled(SimulatedOrder order, CancellationReason reason) => Cancellations.Add((order, reason));

    public void OnSwap(in SwapBooking booking) => Swaps.Add(booking);

    public void OnMarginCall(double level) => MarginCalls.Add(level);

    public void OnStopOut(SimulatedPosition position, double level) => StopOuts.Add(position.Id);

    public string Hash()
    {
        using var hash = new OrderListHash();
        foreach (var fill in Fills)
        {
            hash.Add(fill);
        }

        return hash.Current();
    }
}
