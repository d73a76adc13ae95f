using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Packets;

/// <summary>One timeframe.</summary>
/// <param name="Timeframe">Bar length.</param>
/// <param name="Trend">By close, ema(50) and ema(200).</param>
/// <param name="Close">Newest close.</param>
/// <param name="AtrPoints">Average true range of 14 bars.</param>
/// <param name="Indicators">Indicators at the newest closed bar; null where history is short.</param>
/// <param name="Structure">Order of highs and lows.</param>
/// <param name="Source">Where the bars come from.</param>
/// <param name="AsOf">UTC time of the newest close.</param>
public sealed record PacketFrame(
    Timeframe Timeframe,
    Direction Trend,
    decimal Close,
    double AtrPoints,
    IReadOnlyDictionary<string, double?> Indicators,
    PacketStructure Structure,
    string Source,
    DateTime AsOf);
