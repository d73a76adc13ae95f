using System.Globalization;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Strategies;

/// <summary>What a host would refuse about an emission.</summary>
internal static class EmissionCheck
{
    private const double LargestPrice = 1e9;

    /// <summary>What is wrong, with value and range; null when nothing is.</summary>
    public static string? Fault(Emission emission) => emission switch
    {
        { Signal: { } signal } => Fault(signal, emission.Close),
        { Intent: MoveStop move } => Price("stop", move.Stop) ?? Price("target", move.Target),
        { Intent: ClosePart part } when !(part.Fraction is > 0 and <= 1) => Text("fraction", part.Fraction, "above 0 to 1"),
        _ => null,
    };

    private static string? Fault(Signal signal, double close)
    {
        if (!Enum.IsDefined(signal.Action) || !Enum.IsDefined(signal.Entry))
        {
            return $"action {signal.Action} with entry {signal.Entry} is not a defined pair";
        }

        if (!(signal.Confidence is >= 0 and <= 1))
        {
            return Text("confidence", signal.Confidence, "0 to 1");
        }

        if (signal.Entry != OrderType.Market && signal.EntryPrice is null)
        {
            return "a pending entry needs a price";
        }

        double entry = signal.Entry == OrderType.Market ? close : signal.EntryPrice!.Value;
        int direction = signal.Action == SignalAction.Sell ? -1 : 1;
        return Price("entry price", signal.EntryPrice) ?? Side("stop", signal.Stop, entry, -direction) ?? Side("target", signal.Target, entry, direction);
    }

    private static string? Side(string what, Level? level, double entry, int direction)
    {
        if (level is not { } set)
        {
            return null;
        }

        if (Price(what, set.Value) is { } fault)
        {
            return fault;
        }

        string side = direction > 0 ? "above" : "below";
        return set.IsDistance || (set.Value - entry) * direction > 0
            ? null
            : Text(what, set.Value, FormattableString.Invariant($"{side} the entry at {entry}"));
    }

    private static string? Price(string what, double? value) =>
        value is null or (> 0 and < LargestPrice) ? null : Text(what, value.Value, "above 0 and below 1e9");

    private static string Text(string what, double value, string range) =>
        string.Create(CultureInfo.InvariantCulture, $"its {what} is {value}; it must be {range}");
}
