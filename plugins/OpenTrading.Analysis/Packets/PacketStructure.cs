using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Packets;

/// <summary>The order of highs and lows of one timeframe.</summary>
/// <param name="Trend">Direction of the latest break.</param>
/// <param name="LastBreak"><c>BOS</c> or <c>CHOCH</c>; null where nothing broke yet.</param>
/// <param name="LastBreakAt">UTC opening time of the bar that broke.</param>
/// <param name="Invalidation">A close beyond it turns the trend.</param>
public sealed record PacketStructure(Direction Trend, string? LastBreak, DateTime? LastBreakAt, decimal? Invalidation);
