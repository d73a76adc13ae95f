using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>Pivot points of the broker's day, of the week for daily bars, of the month for weekly ones, from the period before (<see cref="PivotPoints"/>).</summary>
internal static class PivotLevels
{
    // The point itself counts most, the outer levels least.
    private static readonly double[] Weights = [50, 40, 30, 20, 20, 40, 30, 20, 20];

    /// <summary>The levels that hold now.</summary>
    /// <param name="asked">The bars.</param>
    /// <param name="history">Where the longer bars come from.</param>
    /// <param name="method">Which formula.</param>
    /// <exception cref="Sdk.Capabilities.CapabilityException">There is no closed period.</exception>
    public static IEnumerable<Candidate> Of(Lookback asked, BarHistory history, PivotMethod method)
    {
        Timeframe period = asked.Bars.Timeframe switch { < Timeframe.D1 => Timeframe.D1, Timeframe.D1 => Timeframe.W1, _ => Timeframe.MN1 };
        MarketBars closed = history.Market.Bars(asked.Read.Symbol, period, 1);
        var points = new PivotPoints(PivotWindow.Hour, Formula(method));
        points.Update(closed.Latest);
        double open = OpenAfter(asked.Bars, BarPeriod.OfBar(period, closed.Latest.Time, history.Day).End);
        PivotPointsValue value = points.Update(new Bar(closed.Latest.Time.AddHours(1), open, open, open, open));
        double[] prices = new double[PivotPointsValue.Outputs.Count];
        value.CopyTo(prices);
        string name = period switch { Timeframe.D1 => "daily", Timeframe.W1 => "weekly", _ => "monthly" };
        return Enumerable.Range(0, prices.Length).Where(i => double.IsFinite(prices[i]))
            .Select(i => new Candidate(prices[i], LevelKind.Pivot, $"{name} {PivotPointsValue.Outputs[i]}", Weights[i]));
    }

    // The first open of the new period; the newest close, where no bar of it has closed yet.
    private static double OpenAfter(BarSeries bars, DateTime start)
    {
        int bar = bars.Count;
        while (bar > 0 && bars.Times[bar - 1] >= start.Ticks)
        {
            bar--;
        }

        return bar < bars.Count ? bars.Open[bar] : bars.Close[^1];
    }

    private static PivotFormula Formula(PivotMethod method) => method switch
    {
        PivotMethod.Classic => PivotFormula.Standard,
        PivotMethod.Fibonacci => PivotFormula.Fibonacci,
        PivotMethod.Camarilla => PivotFormula.Camarilla,
        PivotMethod.Woodie => PivotFormula.Woodie,
        _ => PivotFormula.Demark,
    };
}
