using System.Globalization;
using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Signals and intents are computed by foreign code: what is no number, no text, no time must reach neither a vote nor a price.</summary>
internal static class SignalCheck
{
    // A price and a distance from it together stay within the whole points that the matching engine counts in.
    private const double MostPoints = 4e8;

    /// <summary>What is wrong with a signal for an instrument; null when nothing is.</summary>
    public static string? Fault(Signal signal, Instrument instrument)
    {
        if (!Enum.IsDefined(signal.Action) || !Enum.IsDefined(signal.Entry))
        {
            return $"its action is {signal.Action}, its entry {signal.Entry}; there are no such";
        }

        if (signal.Entry == OrderType.StopLimit)
        {
            return "its entry is a stop-limit; a signal enters at the market, by a limit or by a stop";
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

        return Reason(signal.Reason) ?? Price("entry price", signal.EntryPrice, instrument) ?? Place("stop", signal.Stop, instrument) ?? Place("target", signal.Target, instrument);
    }

    /// <summary>What is wrong with an intent; null when nothing is.</summary>
    public static string? Fault(ManageIntent intent, Instrument instrument) => Reason(intent.Reason) ?? intent switch
    {
        MoveStop move => Price("stop", move.Stop, instrument) ?? Price("target", move.Target, instrument),
        ClosePart part when !(part.Fraction is > 0 and <= 1) => Text("fraction", part.Fraction, "above 0 to 1"),
        _ => null,
    };

    private static string? Reason(string? reason) => ForeignText.IsSound(reason) ? null : "its reason is no text";

    private static string? Place(string what, Level? level, Instrument instrument) =>
        level is { IsDistance: true } distance ? Within(what, distance.Value, MostPoints) : Price(what, level?.Value, instrument);

    private static string? Price(string what, double? value, Instrument instrument) => value is { } price ? Within(what, price, MostPoints / instrument.Scale) : null;

    private static string? Within(string what, double value, double most) =>
        value > 0 && value < most ? null : Text(what, value, string.Create(CultureInfo.InvariantCulture, $"above 0 and below {most}"));

    private static string Text(string what, double value, string range) =>
        string.Create(CultureInfo.InvariantCulture, $"its {what} is {value}; it must be {range}");
}
