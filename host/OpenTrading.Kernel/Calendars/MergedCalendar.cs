using System.Collections.Concurrent;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Calendars;

/// <summary>
/// The calendar of all sources. Sources are plugins' and read from outside: one that fails or is late costs its own events alone, and what they said is
/// kept for a moment, so that a caller who asks for one symbol after another waits once.
/// </summary>
/// <param name="sources">The sources of now, the leading one first.</param>
/// <param name="wall">The machine's clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class MergedCalendar(Func<IReadOnlyList<ICalendarSource>> sources, TimeProvider wall) : IEconomicCalendar
{
    private const int MostKept = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(200);
    private static readonly TimeSpan Grid = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Source, DateTime From, DateTime To), (long At, Task<Part> Part)> _kept = new();

    /// <inheritdoc/>
    public async Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        // Spans that move with the clock are the same for an hour.
        DateTime first = Floor(from);
        DateTime end = to > DateTime.MaxValue - Grid ? to : Floor(to + Grid);
        Part[] parts = await Task.WhenAll(sources().Select(s => Kept(s, first, end))).WaitAsync(cancellationToken).ConfigureAwait(false);
        return new CalendarReading(
            from,
            to,
            [.. EventMerge.Of(parts.Select(p => p.Events)).Where(e => e.Time >= from && e.Time < to)],
            parts.Max(p => p.AsOf),
            [.. parts.SelectMany(p => p.Missing)]);
    }

    private static DateTime Floor(DateTime time) => new(time.Ticks - (time.Ticks % Grid.Ticks), DateTimeKind.Utc);

    private Task<Part> Kept(ICalendarSource source, DateTime from, DateTime to)
    {
        if (to - from > LongestKept)
        {
            return ReadAsync(source, from, to);
        }

        // By name: what is kept must not keep a plugin that was unloaded.
        var key = (source.Name, from, to);
        if (_kept.TryGetValue(key, out (long At, Task<Part> Part) kept) && wall.GetElapsedTime(kept.At) < Fresh)
        {
            return kept.Part;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        Task<Part> part = ReadAsync(source, from, to);
        _kept[key] = (wall.GetTimestamp(), part);
        return part;
    }

    private async Task<Part> ReadAsync(ICalendarSource source, DateTime from, DateTime to)
    {
        using var late = new CancellationTokenSource(Patience, wall);
        try
        {
            CalendarReading read = await Task.Run(() => source.ReadAsync(from, to, late.Token), CancellationToken.None).WaitAsync(Patience, wall, CancellationToken.None).ConfigureAwait(false);
            return new Part([.. SoundEvents.Of(read.Events)], read.AsOf, [.. read.Unavailable]);
        }
        catch (DataException e)
        {
            // It said so at once, and may be asked again at once.
            _kept.TryRemove((source.Name, from, to), out _);
            return Part.Absent(source, e.Message);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return Part.Absent(source, $"it did not answer within {Patience.TotalSeconds:0} s");
        }
#pragma warning disable CA1031 // Foreign code: whatever it throws, the other sources stand.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Part.Absent(source, $"it failed with {e.GetType().Name}");
        }
    }

    private sealed record Part(IReadOnlyList<EconomicEvent> Events, DateTime? AsOf, IReadOnlyList<Unavailable> Missing)
    {
        public static Part Absent(ICalendarSource source, string why) => new([], null, [new Unavailable($"calendar.{source.Name}", why)]);
    }
}
