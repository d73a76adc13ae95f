using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Risk;

/// <summary>Quotes of a symbol, at most one a second, oldest first.</summary>
/// <param name="samples">They. Nothing may change them any more.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed class QuoteSamples(ReadOnlyMemory<Quote> samples)
{
    private Median? _spread;
    private Median? _mid;

    /// <summary>How many there are.</summary>
    public int Count => samples.Length;

    /// <summary>Median spread of the samples in <c>(now - window, now]</c>, price units; the mean of the middle two of an even number.</summary>
    /// <param name="now">UTC instant.</param>
    /// <param name="window">How far back.</param>
    /// <param name="count">How many samples that are.</param>
    /// <returns>Null without a sample.</returns>
    public decimal? MedianSpread(DateTime now, TimeSpan window, out int count) => Of(ref _spread, now, window, q => q.Spread, out count);

    /// <summary>Median mid price of the samples in <c>(now - window, now]</c>; the mean of the middle two of an even number.</summary>
    /// <param name="now">UTC instant.</param>
    /// <param name="window">How far back.</param>
    /// <param name="count">How many samples that are.</param>
    /// <returns>Null without a sample.</returns>
    public decimal? MedianMid(DateTime now, TimeSpan window, out int count) => Of(ref _mid, now, window, q => q.Mid, out count);

    // All orders of a second ask for the same: what was found for one stands for the next, as long as it is about the same samples.
    private decimal? Of(ref Median? known, DateTime now, TimeSpan window, Func<Quote, decimal> value, out int count)
    {
        (int from, int to) = (FirstAfter(now - window), FirstAfter(now));
        count = to - from;
        if (count == 0)
        {
            return null;
        }

        Median? last = known;
        if (last is null || last.From != from || last.To != to)
        {
            known = last = new Median(from, to, Find(samples.Span[from..to], value));
        }

        return last.Value;
    }

    private static decimal Find(ReadOnlySpan<Quote> window, Func<Quote, decimal> value)
    {
        decimal[] sorted = new decimal[window.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = value(window[i]);
        }

        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private int FirstAfter(DateTime time)
    {
        ReadOnlySpan<Quote> all = samples.Span;
        (int low, int high) = (0, all.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = all[middle].Time > time ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private sealed record Median(int From, int To, decimal Value);
}
