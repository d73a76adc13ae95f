using OpenTrading.Sdk.Analysis.Regimes;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Packets;

/// <summary>The regime of one timeframe.</summary>
/// <param name="Timeframe">Bar length.</param>
/// <param name="Regime">Which.</param>
/// <param name="Share">Share of the evidence that speaks for it at the newest bar.</param>
/// <param name="SinceAt">UTC opening time of its first bar.</param>
/// <param name="Adx">Average directional index of 14 bars.</param>
/// <param name="VolPercentile">Percentile of the average true range.</param>
/// <param name="Source">Where the bars come from.</param>
/// <param name="AsOf">UTC time of the newest close.</param>
public sealed record PacketRegime(
    Timeframe Timeframe, MarketRegime Regime, double Share, DateTime SinceAt, double Adx, double VolPercentile, string Source, DateTime AsOf);
