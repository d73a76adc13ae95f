using OpenTrading.Scanner.Factors;
using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Confluence;

/// <summary>How much speaks for one direction.</summary>
/// <param name="Score">Mean of the factors by their weights, 0 to 100; what is not known counts nothing.</param>
/// <param name="Factors">The factors that count, in their order.</param>
public sealed record SideScore(double Score, IReadOnlyList<FactorScore> Factors)
{
    private const int Reasons = 3;

    /// <summary>The factors that speak for it most, by what they add to the score above 50.</summary>
    internal IEnumerable<FactorScore> Strongest => Factors.Where(f => f.Score > 50).OrderByDescending(f => (f.Score - 50) * f.Weight).Take(Reasons);

    /// <summary>Scores a direction.</summary>
    internal static SideScore Of(MarketReading market, TradeDirection direction, Preset preset)
    {
        (Factor Factor, double Weight, FactorReading Reading)[] known =
        [
            .. from factor in Factor.All
               let weight = preset.Weights.GetValueOrDefault(factor.Name)
               where weight > 0
               let reading = factor.Read(market, direction)
               where reading is not null
               select (factor, weight, reading.Value),
        ];
        double sum = known.Sum(k => k.Weight);
        return new SideScore(
            Math.Round(known.Sum(k => k.Weight * k.Reading.Score) / sum, 1),
            [.. known.Select(k => new FactorScore(k.Factor.Name, Math.Round(k.Reading.Score, 1), Math.Round(100 * k.Weight / sum, 1), k.Reading.Why))]);
    }
}
