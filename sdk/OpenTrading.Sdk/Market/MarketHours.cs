namespace OpenTrading.Sdk.Market;

/// <summary>
/// When an instrument trades: in its own sessions; a currency pair or metal without any in the week of the foreign-exchange market, Sunday 17:00
/// to Friday 17:00 in New York; an invented market, a crypto currency and one whose sessions fill the week always. Of others without sessions nothing is known. Holidays are not known.
/// </summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class MarketHours
{
    private static readonly IReadOnlyList<TradingSession> AllWeek =
        [.. Enum.GetValues<DayOfWeek>().Select(d => new TradingSession(d, TimeSpan.Zero, TimeSpan.FromDays(1)))];

    private readonly bool _isFxWeek;

    private MarketHours(IReadOnlyList<TradingSession> sessions, bool isFxWeek, bool isAlways) => (Sessions, _isFxWeek, IsAlways) = (sessions, isFxWeek, isAlways);

    /// <summary>Weekly windows; empty for the week of the foreign-exchange market and where nothing is known.</summary>
    public IReadOnlyList<TradingSession> Sessions { get; }

    /// <summary>Whether it never closes.</summary>
    public bool IsAlways { get; }

    /// <summary>Whether its hours are known.</summary>
    public bool IsKnown => _isFxWeek || Sessions.Count > 0;

    /// <summary>Hours of an instrument.</summary>
    public static MarketHours Of(Instrument instrument) =>
        instrument.Sessions.Count > 0 ? new MarketHours(instrument.Sessions, false, instrument.Sessions.Aggregate(TimeSpan.Zero, (sum, s) => sum + (s.To - s.From)) >= TimeSpan.FromDays(7))
        : instrument.BaseCurrency == "SYN" || instrument.AssetClass == AssetClass.Crypto ? new MarketHours(AllWeek, false, true)
        : new MarketHours([], instrument.AssetClass is AssetClass.Fx or AssetClass.Metal, false);

    /// <summary>Whether it trades at an instant; null where its hours are not known.</summary>
    /// <param name="utc">The instant.</param>
    public bool? IsOpen(DateTime utc) =>
        _isFxWeek ? BrokerDay.NewYorkClose.DateOf(utc).DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday)
        : Sessions.Count > 0 ? Sessions.Any(s => s.Contains(utc))
        : null;

    /// <summary>When it opens next, strictly after an instant; null where that is not known or never.</summary>
    public DateTime? NextOpen(DateTime utc) => IsAlways ? null : Windows(utc).Where(w => w.From > utc).Select(w => (DateTime?)w.From).FirstOrDefault();

    /// <summary>When it closes next, strictly after an instant; null where that is not known or never.</summary>
    public DateTime? NextClose(DateTime utc) => IsAlways ? null : Windows(utc).Where(w => w.To > utc).Select(w => (DateTime?)w.To).FirstOrDefault();

    /// <summary>Whether data is too old: older than its bound while its market is open. Of a closed market nothing is too old.</summary>
    /// <param name="now">Market time.</param>
    /// <param name="asOf">Time of the newest datum.</param>
    /// <param name="bound">Oldest age that is not too old: 10 s for quotes, twice the timeframe for bars.</param>
    public bool IsStale(DateTime now, DateTime asOf, TimeSpan bound) => now - asOf > bound && IsOpen(now) != false;

    /// <summary>The windows of the UTC week, Sunday to Saturday, that an instant lies in; each within one day.</summary>
    public IEnumerable<(DateTime From, DateTime To)> Week(DateTime utc)
    {
        DateTime sunday = utc.Date.AddDays(-(int)utc.DayOfWeek);
        (DateTime From, DateTime To)[] windows = [.. Windows(sunday.AddDays(1))];
        for (DateTime date = sunday; date < sunday.AddDays(7); date = date.AddDays(1))
        {
            foreach ((DateTime from, DateTime to) in windows)
            {
                DateTime start = from > date ? from : date;
                DateTime end = to < date.AddDays(1) ? to : date.AddDays(1);
                if (start < end)
                {
                    yield return (start, end);
                }
            }
        }
    }

    // Windows from the week before to the week after, those that touch made one.
    private IEnumerable<(DateTime From, DateTime To)> Windows(DateTime utc)
    {
        (DateTime From, DateTime To)? open = null;
        foreach ((DateTime from, DateTime to) in Raw(utc.Date.AddDays(-7 - (int)utc.DayOfWeek)))
        {
            if (open is { } last && last.To == from)
            {
                open = (last.From, to);
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = (from, to);
        }

        if (open is { } rest)
        {
            yield return rest;
        }
    }

    private IEnumerable<(DateTime From, DateTime To)> Raw(DateTime sunday)
    {
        for (DateTime date = sunday; date < sunday.AddDays(28); date = date.AddDays(1))
        {
            if (_isFxWeek && date.DayOfWeek == DayOfWeek.Sunday)
            {
                var first = DateOnly.FromDateTime(date);
                yield return (BrokerDay.NewYorkClose.StartOf(first), BrokerDay.NewYorkClose.StartOf(first.AddDays(5)));
            }

            foreach (TradingSession session in Sessions.Where(s => s.Day == date.DayOfWeek).OrderBy(s => s.From))
            {
                yield return (date + session.From, date + session.To);
            }
        }
    }
}
