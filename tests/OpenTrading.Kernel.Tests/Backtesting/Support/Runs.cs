using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Support;

/// <summary>Small runs written by hand.</summary>
internal static class Runs
{
    /// <summary>Monday.</summary>
    public static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A curve of daily bars.</summary>
    public static EquityCurve Curve(double cash, params double[] equity) =>
        new(cash, Enumerable.Range(0, equity.Length).Select(i => Start.AddDays(i).Ticks).ToArray(), equity);

    public static RunRecord Run(EquityCurve curve, params SimulatedTrade[] trades) => new()
    {
        Currency = "USD", Curve = curve, FinalBalance = curve.Final, Fills = [], Trades = trades, BarsInMarket = 0, SwapAccrued = 0,
    };

    public static SimulatedTrade Trade(double gross, double? risk = null) => new()
    {
        PositionId = 1, ExitSequence = 2, Instrument = Instruments.Eurusd, InstrumentIndex = 0, Side = OrderSide.Buy, Steps = 100,
        EntryTime = Start, ExitTime = Start.AddDays(1), EntryPoints = 110_000, ExitPoints = 110_100, Reason = FillReason.Close,
        GrossProfit = gross, EntryCommission = 0, ExitCommission = 0, Swap = 0, AdversePoints = -10, FavourablePoints = 20, InitialRisk = risk,
    };
}
