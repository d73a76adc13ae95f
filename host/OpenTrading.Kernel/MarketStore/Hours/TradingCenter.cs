namespace OpenTrading.Kernel.MarketStore.Hours;

/// <summary>A city in which the foreign-exchange market works on weekdays, by the usual local hours of its banks.</summary>
internal sealed class TradingCenter
{
    private readonly TimeZoneInfo _zone;
    private readonly TimeSpan _opens;
    private readonly TimeSpan _closes;

    private TradingCenter(string name, string zone, int opens, int closes) =>
        (Name, _zone, _opens, _closes) = (name, TimeZoneInfo.FindSystemTimeZoneById(zone), TimeSpan.FromHours(opens), TimeSpan.FromHours(closes));

    /// <summary>The four, in the order of the day.</summary>
    public static IReadOnlyList<TradingCenter> All { get; } =
    [
        new("Sydney", "Australia/Sydney", 7, 16),
        new("Tokyo", "Asia/Tokyo", 9, 18),
        new("London", "Europe/London", 8, 17),
        new("New York", "America/New_York", 8, 17),
    ];

    /// <summary>City.</summary>
    public string Name { get; }

    /// <summary>Its hours that have not ended at an instant, the present ones first; UTC.</summary>
    public IEnumerable<(DateTime From, DateTime To)> Following(DateTime utc)
    {
        for (DateTime local = TimeZoneInfo.ConvertTimeFromUtc(utc, _zone).Date.AddDays(-1); ; local = local.AddDays(1))
        {
            DateTime to = Utc(local + _closes);
            if (local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && to > utc)
            {
                yield return (Utc(local + _opens), to);
            }
        }
    }

    /// <summary>How it stands at an instant.</summary>
    public CenterHours At(DateTime utc)
    {
        (DateTime From, DateTime To)[] next = [.. Following(utc).Take(2)];
        bool isOpen = next[0].From <= utc;
        return new CenterHours(Name, isOpen, isOpen ? next[1].From : next[0].From, next[0].To);
    }

    // Clocks change at night in all four: no office hour is skipped or occurs twice.
    private DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), _zone);
}
