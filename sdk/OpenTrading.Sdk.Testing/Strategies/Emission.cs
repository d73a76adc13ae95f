using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Testing.Strategies;

/// <summary>What a strategy emitted at one bar: a signal or an intent.</summary>
/// <param name="Index">Number of the bar, 0 = first.</param>
/// <param name="Time">UTC opening time of the bar.</param>
/// <param name="Close">Close of the bar, price units.</param>
/// <param name="Signal">The signal; null for an intent.</param>
/// <param name="Intent">The intent; null for a signal.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Emission(int Index, DateTime Time, double Close, Signal? Signal, ManageIntent? Intent)
{
    /// <summary>Bar, time and what was emitted, for messages.</summary>
    public override string ToString() => FormattableString.Invariant($"bar {Index} ({Time:yyyy-MM-dd HH:mm}): {(object?)Signal ?? Intent}");
}
