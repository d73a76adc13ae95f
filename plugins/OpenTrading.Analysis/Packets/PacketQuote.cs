namespace OpenTrading.Analysis.Packets;

/// <summary>The newest quote.</summary>
/// <param name="Bid">Bid.</param>
/// <param name="Ask">Ask.</param>
/// <param name="SpreadPoints">Ask less bid, points.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="AsOf">UTC time of the quote.</param>
/// <param name="Stale">Whether it is too old while the market is open.</param>
public sealed record PacketQuote(decimal Bid, decimal Ask, decimal SpreadPoints, string Source, DateTime AsOf, bool Stale);
