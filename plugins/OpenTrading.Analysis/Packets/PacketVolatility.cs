using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Packets;

/// <summary>How wide one timeframe moves.</summary>
/// <param name="Timeframe">Bar length.</param>
/// <param name="AtrPoints">Average true range of 14 bars.</param>
/// <param name="AtrPercentile">Share of the other bars with no wider one.</param>
/// <param name="AdrPoints">Mean range of the latest 14 whole days; null where there are fewer.</param>
/// <param name="UsedOfAdrPct">How much of that the newest day has moved.</param>
/// <param name="RealizedVolPct">Deviation of returns, of a year.</param>
/// <param name="Source">Where the bars come from.</param>
/// <param name="AsOf">UTC time of the newest close.</param>
public sealed record PacketVolatility(
    Timeframe Timeframe, double AtrPoints, double AtrPercentile, double? AdrPoints, double? UsedOfAdrPct, double RealizedVolPct, string Source, DateTime AsOf);
