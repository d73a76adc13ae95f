using OpenTrading.Sdk.Market;

namespace OpenTrading.Simulation.Rollovers;

/// <summary>The rollovers of a broker: one at each start of its day, weekends included.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class RolloverCalendar
{
    private readonly BrokerDay _day;

    /// <summary>Rolls at each start of <paramref name="day"/>.</summary>
    public RolloverCalendar(BrokerDay day) => _day = day;

    /// <summary>First rollover strictly after <paramref name="utc"/>.</summary>
    public Rollover NextAfter(DateTime utc)
    {
        DateOnly date = _day.DateOf(utc).AddDays(1);

        // A day that starts at local midnight ends the day before it; any later start still belongs to its own date.
        DateOnly ending = _day.Time == TimeSpan.Zero ? date.AddDays(-1) : date;
        return new Rollover(_day.StartOf(date), ending.DayOfWeek);
    }
}
