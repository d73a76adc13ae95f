namespace OpenTrading.Analysis.Patterns;

/// <summary>What patterns are looked for.</summary>
public enum PatternKind
{
    /// <summary>Of one to three candles.</summary>
    Candlestick,

    /// <summary>Of turning points.</summary>
    Chart,
}
