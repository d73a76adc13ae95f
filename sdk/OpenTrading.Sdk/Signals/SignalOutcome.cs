using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Signals;

/// <summary>What would have become of a signal, on the bars after it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="R">Result in multiples of the initial risk, the spread paid; null without a stop, or before the entry.</param>
/// <param name="EndedAt">UTC opening time of the bar that ended it; null while it is open.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SignalOutcome(OutcomeState State, double? R, DateTime? EndedAt)
{
    /// <summary>Bars that a signal is watched for.</summary>
    public const int Horizon = 100;

    /// <summary>Whether it has a result that stays.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEnded => State is OutcomeState.Target or OutcomeState.Stop or OutcomeState.Expired;

    /// <summary>Follows a signal along the bars after it.</summary>
    /// <param name="signal">A signal to buy or sell.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="bars">Bars of its series.</param>
    /// <param name="first">Index of the first bar after it.</param>
    public static SignalOutcome Of(RecordedSignal signal, Instrument instrument, BarSeries bars, int first)
    {
        int side = (int)signal.Side!.Value;
        double entry = (double)signal.Entry!.Value;
        double? risk = signal.StopLoss is { } stop && stop != signal.Entry ? Math.Abs(entry - (double)stop) : null;
        int end = Math.Min(bars.Count, first + Horizon);
        bool isIn = signal.EntryType == OrderType.Market;
        for (int i = first; i < end; i++)
        {
            // Longs end at the bid, which bars show; shorts at the ask, a spread above it.
            Bar bar = bars[i];
            double spread = (double)instrument.SpreadAt(bar);
            bool entersHere = !isIn && Fills(signal, bar, entry, spread);
            isIn |= entersHere;
            if (!isIn)
            {
                continue;
            }

            double shift = side > 0 ? 0 : spread;
            if (signal.StopLoss is { } loss && Reaches(bar, (double)loss, -side, shift))
            {
                return Ended(OutcomeState.Stop, (double)loss, bar, shift, isWorse: true);
            }

            // Of the bar of a pending entry nobody knows whether its best price came before the entry.
            if (!entersHere && signal.TakeProfit is { } target && Reaches(bar, (double)target, side, shift))
            {
                return Ended(OutcomeState.Target, (double)target, bar, shift, isWorse: false);
            }

            if (i == first + Horizon - 1)
            {
                return new SignalOutcome(OutcomeState.Expired, Result(bar.Close + shift), bar.Time);
            }
        }

        return !isIn ? new SignalOutcome(end == first + Horizon ? OutcomeState.Unfilled : OutcomeState.Open, null, null)
            : end > first ? new SignalOutcome(OutcomeState.Open, Result(bars.Close[end - 1] + (side > 0 ? 0 : (double)instrument.SpreadAt(bars[end - 1]))), null)
            : new SignalOutcome(OutcomeState.Open, null, null);

        // A bar that opens beyond a stop fills it there, and not at its price.
        SignalOutcome Ended(OutcomeState state, double price, Bar bar, double shift, bool isWorse)
        {
            double opened = bar.Open + shift;
            bool isBeyond = isWorse && (opened - price) * side < 0;
            return new SignalOutcome(state, Result(isBeyond ? opened : price), bar.Time);
        }

        double? Result(double exit) => risk is { } unit ? Math.Round(side * (exit - entry) / unit, 3) : null;
    }

    private static bool Reaches(Bar bar, double price, int direction, double shift) => direction > 0 ? bar.High + shift >= price : bar.Low + shift <= price;

    private static bool Fills(RecordedSignal signal, Bar bar, double entry, double spread)
    {
        bool isBuy = signal.Side == OrderSide.Buy;
        double shift = isBuy ? spread : 0;
        bool waitsBelow = (signal.EntryType == OrderType.Limit) == isBuy;
        return Reaches(bar, entry, waitsBelow ? -1 : 1, shift);
    }
}
