namespace OpenTrading.Scanner.Factors;

/// <summary>What a factor says of one direction.</summary>
/// <param name="Score">0 speaks against, 50 is neither, 100 speaks for.</param>
/// <param name="Why">In words.</param>
internal readonly record struct FactorReading(double Score, string Why)
{
    /// <summary>A lean as a score: 50 for none.</summary>
    /// <param name="lean">-1 (down) to 1 (up).</param>
    /// <param name="direction">Whose score.</param>
    /// <param name="why">In words.</param>
    public static FactorReading OfLean(double lean, TradeDirection direction, string why) => new(50 + (50 * (int)direction * Math.Clamp(lean, -1, 1)), why);

    /// <summary>A share as a score.</summary>
    /// <param name="share">0 to 1; what lies beyond counts as the end.</param>
    /// <param name="why">In words.</param>
    public static FactorReading OfShare(double share, string why) => new(100 * Math.Clamp(share, 0, 1), why);
}
