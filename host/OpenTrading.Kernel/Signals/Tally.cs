using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>Result of counting: the winning action with the confidence behind it, or none.</summary>
/// <param name="Action">The winner; null when nothing won.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Why">How the count went, such as <c>buy 2 of 3</c>.</param>
public readonly record struct Tally(SignalAction? Action, double Confidence, string Why)
{
    /// <summary>Nothing won.</summary>
    public static Tally None(string why) => new(null, 0, why);
}
