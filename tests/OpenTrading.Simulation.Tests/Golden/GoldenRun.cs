using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>One run of a golden case: an engine over columns, with its events and the ends of its equity curve.</summary>
internal sealed class GoldenRun
{
    private readonly PointBars? _bars;

    public GoldenRun(AccountOptions account, InstrumentSetup setup, MatchingOptions? options = null)
    {
        _bars = setup.Bars;
        Engine = new MatchingEngine(account, options ?? new MatchingOptions(), [setup], Events);
    }

    public Recorder Events { get; } = new();

    public MatchingEngine Engine { get; }

    public double MinEquity { get; private set; } = double.MaxValue;

    public double MaxEquity { get; private set; } = double.MinValue;

    public int BarsInMarket { get; private set; }

    /// <summary>Runs every bar and asks the strategy after each.</summary>
    public GoldenRun Run(Action<int> onBar)
    {
        for (int i = 0; i < _bars!.Count; i++)
        {
            Engine.OnBar(0, i);
            Mark();
            BarsInMarket += Engine.Positions.Count > 0 ? 1 : 0;
            onBar(i);
        }

        return this;
    }

    public void Mark()
    {
        MinEquity = Math.Min(MinEquity, Engine.Equity);
        MaxEquity = Math.Max(MaxEquity, Engine.Equity);
    }

    /// <summary>The netting reversal of W1: one lot from flat, two to turn.</summary>
    public GoldenRun RunReversal(int fast, int slow)
    {
        var states = new CrossStates(fast, slow);
        return Run(i =>
        {
            if (states.SignalAt(_bars!, i) is var signal and not 0)
            {
                Engine.Place(new OrderTicket { Side = (OrderSide)signal, Lots = Engine.Positions.Count == 0 ? 1 : 2 });
            }
        });
    }
}
