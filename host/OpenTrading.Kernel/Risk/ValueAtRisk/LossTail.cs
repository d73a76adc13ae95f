namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>The bad end of a distribution of losses, account currency; a gain is negative.</summary>
/// <param name="Var">Loss that is not exceeded with the confidence.</param>
/// <param name="Shortfall">Mean of the losses beyond it.</param>
internal readonly record struct LossTail(double Var, double Shortfall)
{
    /// <summary>
    /// The tail of equally likely losses. Value at risk is the smallest loss that at least the confidence of them do not exceed; expected
    /// shortfall is the mean of the worst 1 - confidence, the last of them by its part. Source: Acerbi and Tasche (2002).
    /// </summary>
    /// <param name="losses">At least one, in any order.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    public static LossTail Of(IReadOnlyCollection<double> losses, double confidence)
    {
        double[] worstFirst = [.. losses.OrderDescending()];

        // A share that is a whole number of losses must not lose one to rounding.
        double tail = Math.Max(double.Epsilon, Math.Round(worstFirst.Length * (1 - confidence), 9));
        int whole = (int)tail;
        double sum = worstFirst.Take(whole).Sum() + (whole < worstFirst.Length ? (tail - whole) * worstFirst[whole] : 0);
        return new LossTail(worstFirst[Math.Min(whole, worstFirst.Length - 1)], whole == 0 ? worstFirst[0] : sum / tail);
    }

    /// <summary>Nothing below zero: what cannot be lost is no risk.</summary>
    public LossTail AtLeastZero => new(Math.Max(0, Var), Math.Max(0, Shortfall));
}
