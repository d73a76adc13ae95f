namespace OpenTrading.Simulation.Rollovers;

/// <summary>One roll of the trading day.</summary>
/// <param name="Instant">UTC instant.</param>
/// <param name="Weekday">Local weekday of the instant just before it: the day whose positions pay or earn.</param>
public readonly record struct Rollover(DateTime Instant, DayOfWeek Weekday)
{
    /// <summary>Nights that count: 0 at the weekend, 3 on the triple day, otherwise 1. Holidays are not special.</summary>
    public int Nights(DayOfWeek tripleDay) => Weekday switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => 0,
        _ => Weekday == tripleDay ? 3 : 1,
    };
}
