using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Profiles;

/// <summary>Volume profile.</summary>
/// <param name="history">Bars.</param>
internal sealed class ProfileCapabilities(BarHistory history)
{
    /// <summary>Volume by price.</summary>
    [Capability("get_volume_profile", "analysis", Effect.Read, "POST /analysis/volume-profile", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Volume by price: point of control, value area of 70 %, prices with much and little volume.")]
    public ProfileResult GetVolumeProfile(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        [Range(5, 100), Description("Spans of price")] int rows = 24)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, Lookback.Least, "get_volume_profile");
        (double low, double high) = asked.Range;
        if (!(high > low))
        {
            throw new CapabilityException(ErrorCode.InsufficientHistory, $"{asked.Name}: the price did not move over {asked.Count} bars", "Take more bars.");
        }

        var profile = new VolumeProfile(asked.Bars, asked.First, low, high, rows);
        if (!(profile.Total > 0))
        {
            throw new CapabilityException(ErrorCode.DataUnavailable, $"{asked.Name}: {asked.Read.Symbol.Source} records no volume", "Take a source with volume; see get_data_coverage.");
        }

        decimal poc = asked.Price(profile.PriceOf(profile.Peak));
        (decimal top, decimal bottom) = (asked.Price(profile.ValueHigh), asked.Price(profile.ValueLow));
        return new ProfileResult
        {
            Summary = $"{asked.Name}: most volume at {poc}, 70 % of it between {bottom} and {top}, over {asked.Count} bars.",
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Poc = poc,
            ValueAreaHigh = top,
            ValueAreaLow = bottom,
            Rows = [.. profile.Volumes.Index().Reverse().Select(r => new ProfileRow(asked.Price(profile.PriceOf(r.Index)), Rounding.Significant(r.Item, 8), Math.Round(100 * r.Item / profile.Total, 2)))],
            HighNodes = [.. profile.HighNodes.Reverse().Select(r => asked.Price(profile.PriceOf(r)))],
            LowNodes = [.. profile.LowNodes.Reverse().Select(r => asked.Price(profile.PriceOf(r)))],
            VolumeKind = asked.Instrument.AssetClass is AssetClass.Stock or AssetClass.Crypto ? VolumeKind.Real : VolumeKind.Tick,
        };
    }
}
