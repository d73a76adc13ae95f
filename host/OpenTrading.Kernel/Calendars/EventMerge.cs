using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Kernel.Calendars;

/// <summary>
/// Makes one list of the events of several sources. Two events are one when currency and minute are equal, and so are the letters and digits of their
/// names. The earlier source is shown; what it does not know, the later one fills in.
/// </summary>
internal static class EventMerge
{
    /// <summary>The events of all lists, by time, then by currency and name.</summary>
    /// <param name="lists">Events of one source each, the leading source first.</param>
    public static IReadOnlyList<EconomicEvent> Of(IEnumerable<IReadOnlyList<EconomicEvent>> lists)
    {
        var merged = new Dictionary<(long Minute, string Currency, string Name), EconomicEvent>();
        foreach (EconomicEvent next in lists.SelectMany(l => l))
        {
            var key = (next.Time.Ticks / TimeSpan.TicksPerMinute, next.Currency, Folded(next.Name));
            merged[key] = merged.TryGetValue(key, out EconomicEvent? first) ? Complete(first, next) : next;
        }

        return [.. merged.Values.OrderBy(e => e.Time).ThenBy(e => e.Currency, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal)];
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static EconomicEvent Complete(EconomicEvent first, EconomicEvent other)
    {
        EconomicEvent complete = first with
        {
            Impact = first.Impact >= other.Impact ? first.Impact : other.Impact,
            Actual = first.Actual ?? other.Actual,
            Forecast = first.Forecast ?? other.Forecast,
            Previous = first.Previous ?? other.Previous,
        };
        return complete == first || first.Source == other.Source ? complete : complete with { Source = $"{first.Source}+{other.Source}" };
    }
}
