namespace OpenTrading.Analysis.Divergences;

/// <summary>How price and oscillator part.</summary>
public enum DivergenceKind
{
    /// <summary>The price makes a new extreme, the oscillator does not: against the trend.</summary>
    Regular,

    /// <summary>The oscillator makes a new extreme, the price does not: with the trend.</summary>
    Hidden,
}
