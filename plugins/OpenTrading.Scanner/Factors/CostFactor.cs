using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>
/// What the spread costs of one average true range: full without any, nothing from a quarter on. The same for both directions. A recording that
/// tells no spread is not one without.
/// </summary>
internal sealed class CostFactor : Factor
{
    private const double Worst = 0.25;

    public override string Name => "cost";

    public override string Absence => "there is no quote, or none with a spread";

    public override FactorReading? Read(MarketReading market, TradeDirection direction)
    {
        if (market.Quote is not { } quote || (quote.Spread == 0 && quote.Source.StartsWith("file:", StringComparison.Ordinal)))
        {
            return null;
        }

        double share = (double)quote.Spread / market.Entry.Range;
        return FactorReading.OfShare(1 - (share / Worst), FormattableString.Invariant($"spread is {100 * share:0.#} % of the {market.Entry.Timeframe} average range"));
    }
}
