using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>One thing that speaks for a trade or against it. Each is a formula over a reading, written down in <c>docs/scanner.md</c>.</summary>
internal abstract class Factor
{
    /// <summary>All of them, in the order in which answers show them.</summary>
    public static IReadOnlyList<Factor> All { get; } =
    [
        new TrendFactor(), new MomentumFactor(), new StructureFactor(), new LevelFactor(), new RegimeFactor(), new RangeFactor(), new StretchFactor(),
        new VolatilityFactor(), new CostFactor(), new SessionFactor(), new SignalFactor(),
    ];

    /// <summary>Its name in presets and answers.</summary>
    public abstract string Name { get; }

    /// <summary>Why it may have nothing to say.</summary>
    public abstract string Absence { get; }

    /// <summary>What it says; null where that is not known.</summary>
    public abstract FactorReading? Read(MarketReading market, TradeDirection direction);
}
