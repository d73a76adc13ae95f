namespace OpenTrading.Analysis.Packets;

/// <summary>The market's hours.</summary>
/// <param name="OpenNow">Whether it is open; null where its hours are not known.</param>
/// <param name="NextOpenAt">When it opens next, UTC.</param>
/// <param name="NextCloseAt">When it closes next, UTC.</param>
/// <param name="Source">What the hours follow from.</param>
/// <param name="AsOf">UTC market time.</param>
public sealed record PacketSessions(bool? OpenNow, DateTime? NextOpenAt, DateTime? NextCloseAt, string Source, DateTime AsOf);
