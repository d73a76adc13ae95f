using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;

namespace OpenTrading.Simulation.Matching;

/// <summary>Receives what happens in an engine, synchronously and in the order of events.</summary>
/// <remarks>The engine is in the middle of a bar: a listener reads and records, it must not place, change or cancel orders.</remarks>
public interface IMatchingListener
{
    /// <summary>An order or a protective level filled; balance and positions are already updated.</summary>
    void OnFill(in SimulatedFill fill)
    {
    }

    /// <summary>A fill closed a position or a part of one. Follows its fill.</summary>
    void OnTradeClosed(in SimulatedTrade trade)
    {
    }

    /// <summary>An order was dropped instead of filled.</summary>
    void OnRejected(SimulatedOrder order, RejectionReason reason)
    {
    }

    /// <summary>A pending order ended without a fill.</summary>
    void OnCancelled(SimulatedOrder order, CancellationReason reason)
    {
    }

    /// <summary>Swap was added to a position.</summary>
    void OnSwap(in SwapBooking booking)
    {
    }

    /// <summary>A trailing stop was tightened.</summary>
    void OnTrailed(SimulatedPosition position)
    {
    }

    /// <summary>Equity over used margin fell to the call level; raised once until it recovers.</summary>
    /// <param name="level">Equity over used margin.</param>
    void OnMarginCall(double level)
    {
    }

    /// <summary>The broker is about to close a position for lack of margin.</summary>
    /// <param name="position">The position with the lowest floating result.</param>
    /// <param name="level">Equity over used margin.</param>
    void OnStopOut(SimulatedPosition position, double level)
    {
    }
}
