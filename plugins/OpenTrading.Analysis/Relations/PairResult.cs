using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Relations;

/// <summary>Whether two symbols keep to each other.</summary>
public sealed record PairResult : DataResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>First symbol.</summary>
    public required string SymbolA { get; init; }

    /// <summary>Second symbol.</summary>
    public required string SymbolB { get; init; }

    /// <summary>Where each symbol's bars come from.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>Slope of the least-squares line of the first symbol's logarithmic closes on the second's.</summary>
    public required double HedgeRatio { get; init; }

    /// <summary>Probability of a spread as calm if the two did not keep to each other (Engle and Granger).</summary>
    public required double AdfP { get; init; }

    /// <summary>Whether that is below 0.05.</summary>
    public required bool Cointegrated { get; init; }

    /// <summary>Bars in which half of a distance from the mean is usually gone; absent where it is not taken back.</summary>
    public double? HalfLifeBars { get; init; }

    /// <summary>Distance of the newest spread from its mean in standard deviations.</summary>
    public required double ZScore { get; init; }

    /// <summary>The spread.</summary>
    public required SpreadStats Spread { get; init; }

    /// <summary>Bars that both have.</summary>
    public required int Bars { get; init; }
}
