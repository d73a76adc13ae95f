using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Kernel.Calendars;

/// <summary>
/// Keeps the calendar of yesterday to next week at hand for the gate, which waits for nobody. It is read in the background when it is asked for and no
/// longer fresh: the first who asks is told that nothing is known yet.
/// </summary>
/// <param name="calendar">The calendar.</param>
/// <param name="wall">The wall clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class CalendarWatch(IEconomicCalendar calendar, TimeProvider wall)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _asking = new();
    private CalendarReading? _latest;
    private Task _reading = Task.CompletedTask;
    private long _readAt;

    /// <summary>What is known; null while no source has ever answered. A source that falls silent leaves the last answer, which tells its age.</summary>
    public CalendarReading? Now()
    {
        lock (_asking)
        {
            TimeSpan apart = _latest is { Unavailable.Count: 0 } ? Fresh : Retry;
            if (_reading.IsCompleted && (_readAt == 0 || wall.GetElapsedTime(_readAt) >= apart))
            {
                _readAt = wall.GetTimestamp();
                _reading = Task.Run(ReadAsync);
            }

            return _latest;
        }
    }

    private async Task ReadAsync()
    {
        DateTime today = wall.GetUtcNow().UtcDateTime.Date;
        using var late = new CancellationTokenSource(Patience, wall);
        CalendarReading reading = await calendar.ReadAsync(today.AddDays(-1), today.AddDays(8), late.Token).ConfigureAwait(false);
        lock (_asking)
        {
            _latest = reading.AsOf is null ? _latest : reading;
        }
    }
}
