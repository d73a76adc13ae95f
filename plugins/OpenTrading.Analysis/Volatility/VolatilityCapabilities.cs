using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Volatility;

/// <summary>Volatility.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class VolatilityCapabilities(BarHistory history)
{
    /// <summary>Ranges and volatilities of one timeframe.</summary>
    [Capability("get_volatility_profile", "analysis", Effect.Read, "POST /analysis/volatility", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Average true range, the day's range used, yearly volatility, forecast, ranges by hour.")]
    public VolatilityResult GetVolatilityProfile(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, Lookback.Least, "get_volatility_profile");
        var reading = new VolatilityReading(asked, history);
        List<Unavailable> missing = [];
        double? day = null;
        try
        {
            day = reading.DayRange;
        }
        catch (CapabilityException e)
        {
            missing.Add(new Unavailable("adr", e.Message));
        }

        double? used = day > 0 ? Math.Round(100 * reading.UsedRange / day.Value, 1) : null;
        return new VolatilityResult
        {
            Summary = FormattableString.Invariant($"{asked.Name}: ATR {reading.AtrPoints} points, higher than at {reading.AtrPercentile} % of {asked.Count} bars; {reading.RealizedPct} % a year{(used is null ? "" : $"; {used} % of the average day's range used")}."),
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            AtrPoints = reading.AtrPoints,
            AtrPercentile = reading.AtrPercentile,
            AdrPoints = day is null ? null : asked.Points(day.Value),
            UsedOfAdrPct = used,
            RealizedVolPct = reading.RealizedPct,
            EwmaVolPct = reading.WeightedPct,
            GarchForecastPct = reading.ForecastPct,
            ByHour = reading.ByHour,
            Unavailable = missing,
        };
    }
}
