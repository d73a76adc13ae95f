using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Packets;

/// <summary>Everything at once.</summary>
/// <param name="history">Bars and indicators.</param>
/// <param name="surroundings">Calendar, signals and account.</param>
internal sealed class PacketCapabilities(BarHistory history, PacketSurroundings surroundings)
{
    private const int MostTimeframes = 6;
    private static readonly Timeframe[] Usual = [Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1];

    /// <summary>One bounded bundle.</summary>
    [Capability("analysis_packet", "analysis", Effect.Read, "POST /analysis/packet", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Quote, timeframes, levels, regime, volatility, events, signals, exposure in one; what is missing is named.")]
    public async Task<PacketResult> AnalysisPacket(
        ICallContext call,
        string symbol,
        [StringLength(MostTimeframes), DefaultValue(new[] { Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1 })] Timeframe[]? timeframes = null,
        [StringLength(10), Description("Parts, such as quote, levels")] string[]? include = null)
    {
        IReadOnlyList<string> sections = Choices.Require(nameof(include), include, PacketSection.All);
        MarketSymbol resolved = history.Market.Resolve(symbol);
        Timeframe[] wanted = [.. (timeframes is { Length: > 0 } ? timeframes : Usual).Distinct().Order()];
        var packet = new Packet(history, resolved, sections);
        IReadOnlyList<PacketFrame> frames = packet.Frames(wanted);

        // What is told of one timeframe is told of the middle one of those that there are.
        Timeframe middle = frames.Count > 0 ? frames[(frames.Count - 1) / 2].Timeframe : wanted[(wanted.Length - 1) / 2];
        var quote = packet.Quote();
        var levels = packet.Levels(middle);
        var regime = packet.Regime(middle);
        var volatility = packet.Volatility(middle);
        if (frames.Count == 0 && quote is null && levels.Count == 0 && regime is null && volatility is null && packet.Refusal is { } refusal)
        {
            throw refusal;
        }

        IReadOnlyList<PacketEvent> calendar = await packet.CalendarAsync(surroundings, call.CancellationToken).ConfigureAwait(false);
        PacketExposure? exposure = packet.Exposure(surroundings);
        PacketSessions? sessions = packet.Sessions();
        DateTime[] times = [.. frames.Select(f => f.AsOf), .. quote is null ? [] : new[] { quote.AsOf }];
        DateTime asOf = times.Length > 0 ? times.Max() : regime?.AsOf ?? volatility?.AsOf ?? history.Market.Now;
        DataStamp stamp = DataStamp.Of(resolved.Instrument, asOf, 2 * wanted[0].Length(), history.Market.Now);
        return new PacketResult
        {
            Summary = $"{resolved.Instrument.Symbol}{(quote is null ? "" : $" {quote.Bid}/{quote.Ask}")}: {string.Join(", ", frames.Select(f => $"{f.Timeframe} {f.Trend.ToString().ToLowerInvariant()}"))}{(regime is null ? "" : $"; {regime.Timeframe} {regime.Regime.ToString().ToLowerInvariant()}")}{(packet.Unavailable.Count > 0 ? $"; {packet.Unavailable.Count} parts missing" : "")}.",
            Source = resolved.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = resolved.Instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Quote = quote,
            Frames = frames,
            Levels = levels,
            Regime = regime,
            Volatility = volatility,
            Sessions = sessions,
            Calendar = calendar,
            Signals = packet.Signals(surroundings),
            Exposure = exposure,
            Unavailable = packet.Unavailable,
        };
    }
}
