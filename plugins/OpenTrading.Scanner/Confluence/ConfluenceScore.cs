using OpenTrading.Scanner.Factors;
using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Scanner.Confluence;

/// <summary>How much speaks for buying a market, and how much for selling it.</summary>
internal sealed class ConfluenceScore
{
    // A factor takes a side where it is this far from neither.
    private const double TakesSide = 15;
    private const double Neither = 50;

    /// <summary>Scores a market.</summary>
    public ConfluenceScore(MarketReading market, Preset preset)
    {
        (Long, Short) = (SideScore.Of(market, TradeDirection.Long, preset), SideScore.Of(market, TradeDirection.Short, preset));
        Best = Long.Score >= Short.Score ? TradeDirection.Long : TradeDirection.Short;
        Missing =
        [
            .. market.Missing,
            .. Factor.All.Where(f => preset.Weights.ContainsKey(f.Name) && Long.Factors.All(known => known.Name != f.Name)).Select(f => new Unavailable(f.Name, f.Absence)),
        ];
    }

    /// <summary>For buying.</summary>
    public SideScore Long { get; }

    /// <summary>For selling.</summary>
    public SideScore Short { get; }

    /// <summary>The direction that scores more; of equal ones long.</summary>
    public TradeDirection Best { get; }

    /// <summary>Parts and factors that are not known, and why.</summary>
    public IReadOnlyList<Unavailable> Missing { get; }

    /// <summary>Score of a direction.</summary>
    public SideScore this[TradeDirection direction] => direction == TradeDirection.Long ? Long : Short;

    /// <summary>Factors that take the other side than the score does, in words.</summary>
    public IReadOnlyList<string> Conflicts =>
    [
        .. this[Best].Factors.Where(f => f.Score <= Neither - TakesSide)
            .Select(f => FormattableString.Invariant($"{f.Name} speaks against {Best.ToString().ToLowerInvariant()} ({f.Score}): {f.Why}")),
    ];
}
