using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Margin;

/// <summary>Compares equity with used margin and closes positions, worst first, while the level is too low.</summary>
internal sealed class StopOut(Account account, Execution execution)
{
    private bool _called;

    /// <summary>Checks at the quotes at which positions are valued now.</summary>
    public void Check()
    {
        while (account.Positions.Count > 0 && account.UsedMargin is var used and > 0)
        {
            double level = account.Equity / used;
            Call(level);
            if (level > account.Options.StopOutLevel)
            {
                return;
            }

            CloseWorst(level);
            CancelPending();
        }
    }

    /// <summary>Checks at whichever end of the bar leaves less equity; a tie takes the high.</summary>
    public void CheckExtremes(Market market)
    {
        market.Bid = market.Low;
        double atLow = account.Equity;
        market.Bid = market.High;
        if (atLow < account.Equity)
        {
            market.Bid = market.Low;
        }

        Check();
    }

    private void Call(double level)
    {
        bool low = level <= account.Options.MarginCallLevel;
        if (low && !_called)
        {
            account.Listener.OnMarginCall(level);
        }

        _called = low;
    }

    private void CloseWorst(double level)
    {
        SimulatedPosition worst = account.Positions[0];
        double lowest = double.PositiveInfinity;
        foreach (var position in account.Positions)
        {
            double result = account.Floating(position) + position.Swap;
            if (result < lowest)
            {
                (worst, lowest) = (position, result);
            }
        }

        account.Listener.OnStopOut(worst, level);
        var market = account.Markets[worst.InstrumentIndex];
        execution.Exit(market, worst, market.OwnSide(worst, market.Bid), FillReason.StopOut);
    }

    private void CancelPending()
    {
        foreach (var order in account.Orders.FindAll(order => order.IsPending))
        {
            account.Cancel(order, CancellationReason.StopOut);
        }
    }
}
