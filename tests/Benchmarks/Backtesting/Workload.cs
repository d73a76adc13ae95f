using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Benchmarks.Backtesting;

/// <summary>A crossing of two means on minutes: always in the market, a fee on what is traded, no other cost.</summary>
internal sealed class Workload
{
    private static readonly SeriesKey Key = new("EURUSD", Timeframe.M1);

    /// <summary>Prices and costs.</summary>
    /// <param name="workspace">Its configuration names the instrument, its store holds the bars.</param>
    /// <param name="bars">How many.</param>
    public Workload(Workspace workspace, int bars)
    {
        workspace.Import(workspace.MinuteFile(bars), Key);
        Bars = workspace.Store.ReadBars(Key);
        Instrument = workspace.Configuration.Instruments[Key.Symbol] with { CommissionPerLot = 0, SwapLong = 0, SwapShort = 0 };
        Market = new BacktestMarket
        {
            Setup = new InstrumentSetup
            {
                Instrument = Instrument, Bars = PointBars.From(Instrument, Bars, SpreadModel.None), Commission = new Commission(NotionalFraction: 0.00007m), BarLength = Bars.Timeframe.Length(),
            },
            Timeframe = Bars.Timeframe,
            Views = [new StrategyView(Bars, [])],
        };
    }

    public BarSeries Bars { get; }

    public Instrument Instrument { get; }

    public BacktestMarket Market { get; }

    /// <summary>A run of one strategy.</summary>
    public static BacktestSetup Setup(BacktestMarket market, Strategy strategy) => new()
    {
        Account = new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
        Sizer = SizerSpec.Parse("units:100000"),
        Markets = [market with { Views = [market.Views[0] with { Strategies = [new NamedStrategy("sma-cross", strategy)] }] }],
    };

    /// <summary>What makes a figure worth nothing: the engine did something else than the loop.</summary>
    /// <exception cref="InvalidOperationException">It did.</exception>
    public static void Require(BareLoop loop, long fills, double equity)
    {
        if (fills != loop.Fills || Math.Abs(equity - loop.Equity) > 1e-4)
        {
            throw new InvalidOperationException($"The engine ends with {fills} fills and {equity}, the loop with {loop.Fills} and {loop.Equity}: they do not do the same.");
        }
    }
}
