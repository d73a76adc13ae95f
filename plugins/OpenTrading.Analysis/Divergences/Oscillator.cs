namespace OpenTrading.Analysis.Divergences;

/// <summary>What the price is held against.</summary>
public enum Oscillator
{
    /// <summary>Relative strength of 14 bars.</summary>
    Rsi,

    /// <summary>Line of the moving averages of 12 and 26 bars.</summary>
    Macd,

    /// <summary>Stochastic of 14 bars, smoothed.</summary>
    Stoch,

    /// <summary>On-balance volume.</summary>
    Obv,

    /// <summary>Money flow of 14 bars.</summary>
    Mfi,
}
