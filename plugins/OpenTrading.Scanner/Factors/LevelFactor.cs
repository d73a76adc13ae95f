using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Analysis.Levels;

namespace OpenTrading.Scanner.Factors;

/// <summary>Room to the nearest level ahead whose score is 40 or more: full from three average true ranges on, and where there is none.</summary>
internal sealed class LevelFactor : Factor
{
    private const double Matters = 40;
    private const double FullRanges = 3;

    public override string Name => "levels";

    public override string Absence => "no levels";

    public override FactorReading? Read(MarketReading market, TradeDirection direction)
    {
        double price = market.EntryPrice(direction);
        (PriceLevel Level, double Ranges)? next = market.Levels.All
            .Where(l => l.Score >= Matters)
            .Select(l => (Level: l, Ranges: (int)direction * ((double)l.Price - price) / market.Entry.Range))
            .Where(l => l.Ranges > 0)
            .OrderBy(l => l.Ranges)
            .Select(l => ((PriceLevel, double)?)l)
            .FirstOrDefault();
        return next is { } ahead
            ? FactorReading.OfShare(ahead.Ranges / FullRanges, FormattableString.Invariant($"{ahead.Level.Label} {ahead.Level.Price} is {ahead.Ranges:0.0} average ranges ahead"))
            : FactorReading.OfShare(1, "no level ahead");
    }
}
