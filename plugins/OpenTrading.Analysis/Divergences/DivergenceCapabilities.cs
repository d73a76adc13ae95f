using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Divergences;

/// <summary>Divergences.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class DivergenceCapabilities(BarHistory history)
{
    private const int Most = 30;
    private const int MostBarsApart = 60;
    private const int Warmup = 60;

    /// <summary>Turning points of the price that an oscillator does not follow.</summary>
    [Capability("detect_divergence", "analysis", Effect.Read, "POST /analysis/divergence", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Swings between which the price and an oscillator went apart, newest first.")]
    public DivergencesResult DetectDivergence(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        Oscillator oscillator = Oscillator.Rsi)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, Warmup, $"divergence of {Formula(oscillator)}");
        double[] values = asked.Compute(Formula(oscillator))[0];
        IReadOnlyList<SwingPoint> swings = SwingPoint.Of(asked.Bars);
        Divergence[] all =
        [
            .. Of(asked, values, [.. swings.Where(s => s.Kind == SwingKind.High)]).Concat(Of(asked, values, [.. swings.Where(s => s.Kind == SwingKind.Low)]))
                .OrderByDescending(d => d.To),
        ];
        return new DivergencesResult
        {
            Summary = $"{asked.Name}: {all.Length} divergences from {Formula(oscillator)} in {asked.Count} bars{(all is [{ } newest, ..] ? $", newest {newest.Kind.ToString().ToLowerInvariant()} {newest.Direction.ToString().ToLowerInvariant()} on {newest.To:yyyy-MM-dd HH:mm} UTC" : "")}.",
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Matches = [.. all.Take(Most)],
            Total = all.Length,
            Truncated = all.Length > Most,
        };
    }

    private static string Formula(Oscillator oscillator) => oscillator switch
    {
        Oscillator.Rsi => "rsi(14)",
        Oscillator.Macd => "macd(12, 26, 9).macd",
        Oscillator.Stoch => "stoch(14, 3, 3).k",
        Oscillator.Obv => "obv",
        _ => "mfi(14)",
    };

    private static IEnumerable<Divergence> Of(Lookback asked, double[] values, SwingPoint[] side)
    {
        foreach ((SwingPoint from, SwingPoint to) in side.Zip(side.Skip(1)))
        {
            double price = to.Price - from.Price;
            double value = values[to.Bar] - values[from.Bar];

            // Only opposite signs part; NaN, an oscillator that is not known yet, has none.
            if (to.Bar < asked.First || to.Bar - from.Bar > MostBarsApart || !(price * value < 0))
            {
                continue;
            }

            bool isTop = from.Kind == SwingKind.High;
            yield return new Divergence(
                isTop == price > 0 ? DivergenceKind.Regular : DivergenceKind.Hidden,
                isTop ? Direction.Down : Direction.Up,
                asked.TimeOf(from.Bar),
                asked.TimeOf(to.Bar),
                asked.Price(to.Price) - asked.Price(from.Price),
                Rounding.Significant(value, 5));
        }
    }
}
