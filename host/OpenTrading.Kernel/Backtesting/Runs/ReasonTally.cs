using System.Text;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// Counts by reason, with the first of each. Reasons that differ in their numbers alone are one: a strategy that is refused on every bar, each time at
/// another price, has one line in the report.
/// </summary>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class ReasonTally
{
    private readonly SortedDictionary<string, ReasonCount> _counts = new(StringComparer.Ordinal);

    /// <summary>What was counted, by reason.</summary>
    public IReadOnlyList<ReasonCount> Counts => [.. _counts.Values];

    /// <summary>Counts one.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="time">UTC opening time of the bar, or time of the tick.</param>
    /// <param name="detail">Says what it was; asked the first time alone.</param>
    public void Add(string reason, DateTime time, Func<string>? detail = null)
    {
        string shape = ShapeOf(reason);
        _counts[shape] = _counts.TryGetValue(shape, out ReasonCount known)
            ? known with { Count = known.Count + 1 }
            : new ReasonCount(reason, 1, time, detail?.Invoke() ?? "");
    }

    /// <summary>Counts what another run counted, which came later.</summary>
    public void Add(in ReasonCount count)
    {
        string shape = ShapeOf(count.Reason);
        _counts[shape] = _counts.TryGetValue(shape, out ReasonCount known) ? known with { Count = known.Count + count.Count } : count;
    }

    /// <summary>The counts of runs that follow each other as those of one.</summary>
    public static IReadOnlyList<ReasonCount> Join(IEnumerable<ReasonCount> counts)
    {
        var all = new ReasonTally();
        foreach (ReasonCount count in counts)
        {
            all.Add(count);
        }

        return all.Counts;
    }

    private static string ShapeOf(string reason)
    {
        if (!reason.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return reason;
        }

        var shape = new StringBuilder(reason.Length);
        foreach (char letter in reason)
        {
            char shown = char.IsAsciiDigit(letter) ? '#' : letter;
            bool goesOn = shape.Length > 0 && shape[^1] == '#' && shown is '#' or '.';
            if (!goesOn)
            {
                shape.Append(shown);
            }
        }

        return shape.ToString();
    }
}
