using System.Globalization;
using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Signals and intents are computed by foreign code: what is no number, no text, no time must reach neither a vote nor a price.</summary>
internal static class SignalCheck
{
    private const double LargestPrice = 1e9;

    /// <summary>What is wrong with a signal; null when nothing is.</summary>
    public static string? Fault(Signal signal)
    {
        if (!Enum.IsDefined(signal.Action) || !Enum.IsDefined(signal.Entry))
        {
            return $"its action is {signal.Action}, its entry {signal.Entry}; there are no such";
        }

        if (!(signal.Confidence is >= 0 and <= 1))
        {
            return Text("confidence", signal.Confidence, "0 to 1");
        }

        if (signal.Entry != OrderType.Market && signal.EntryPrice is null)
        {
            return "a pending entry needs a price";
        }

        if (signal.Expiry is { Kind: not DateTimeKind.Utc } expiry)
        {
            return $"its expiry is of kind {expiry.Kind}; it must be UTC";
        }

        return Reason(signal.Reason) ?? Price("entry price", signal.EntryPrice) ?? Price("stop", signal.Stop?.Value) ?? Price("target", signal.Target?.Value);
    }

    /// <summary>What is wrong with an intent; null when nothing is.</summary>
    public static string? Fault(ManageIntent intent) => Reason(intent.Reason) ?? intent switch
    {
        MoveStop move => Price("stop", move.Stop) ?? Price("target", move.Target),
        ClosePart part when !(part.Fraction is > 0 and <= 1) => Text("fraction", part.Fraction, "above 0 to 1"),
        _ => null,
    };

    private static string? Reason(string? reason) => ForeignText.IsSound(reason) ? null : "its reason is no text";

    private static string? Price(string what, double? value) =>
        value is null or (> 0 and < LargestPrice) ? null : Text(what, value.Value, "above 0 and below 1e9");

    private static string Text(string what, double value, string range) =>
        string.Create(CultureInfo.InvariantCulture, $"its {what} is {value}; it must be {range}");
}
