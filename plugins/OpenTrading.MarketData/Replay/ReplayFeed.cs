using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Replay;

/// <summary>Plays stored series as if they happened: each bar when it closed, each tick at its time, at any speed.</summary>
public sealed class ReplayFeed : IDataSource
{
    private readonly IBarStore _store;
    private readonly BrokerDay _day;
    private readonly TimeProvider _clock;
    private readonly double _speed;
    private readonly DateTime? _from;
    private readonly DateTime? _to;

    /// <param name="store">Where the series are.</param>
    /// <param name="day">Where a trading day begins; decides when a daily or longer bar closed.</param>
    /// <param name="clock">Paces the replay.</param>
    /// <param name="speed">Market seconds a second; infinite for as fast as possible.</param>
    /// <param name="from">First row time, UTC, inclusive. Default: the oldest.</param>
    /// <param name="to">End of the row times, UTC, exclusive. Default: after the newest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above zero.</exception>
    public ReplayFeed(
        IBarStore store, BrokerDay day, TimeProvider clock, double speed = double.PositiveInfinity, DateTime? from = null, DateTime? to = null)
    {
        if (!(speed > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "The speed of a replay must be above zero; 60 plays an hour in a minute.");
        }

        (_store, _day, _clock, _speed, _from, _to) = (store, day, clock, speed, from, to);
    }

    public string Name => "file";

    /// <summary>Whether the store holds the series: an import, whose source is the file of its symbol.</summary>
    public bool Offers(SeriesKey key) => key.Source == new SeriesKey(key.Symbol, key.Timeframe).Source && _store.Find(key) is not null;

    public BarSeries ReadBars(SeriesKey key, DateTime from, DateTime to) => _store.ReadBars(key, from, to);

    /// <summary>All events in order of time, without pacing. At one instant bars come before ticks, then in the order of the keys.</summary>
    /// <remarks>The series are read when the enumeration begins.</remarks>
    /// <exception cref="DataException">A series is absent or corrupt.</exception>
    public IEnumerable<MarketEvent> Events(IReadOnlyList<SeriesKey> keys)
    {
        ReplayCursor[] cursors =
            [.. keys.Select(key => new ReplayCursor(key, _store, _from, _to, _day)).OrderBy(cursor => cursor.Key.IsTicks)];
        while (Earliest(cursors) is { Ended: false } next)
        {
            yield return next.Take();
        }
    }

    public async IAsyncEnumerable<MarketEvent> Follow(
        IReadOnlyList<SeriesKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long started = _clock.GetTimestamp();
        DateTime? first = null;
        foreach (MarketEvent next in Events(keys))
        {
            cancellationToken.ThrowIfCancellationRequested();
            first ??= next.Time;
            TimeSpan wait = ((next.Time - first.Value) / _speed) - _clock.GetElapsedTime(started);
            await Pacing.Wait(wait, _clock, cancellationToken).ConfigureAwait(false);
            yield return next;
        }
    }

    // Of several that are due at one time the first.
    private static ReplayCursor? Earliest(ReplayCursor[] cursors)
    {
        ReplayCursor? earliest = null;
        foreach (ReplayCursor cursor in cursors)
        {
            earliest = earliest is null || cursor.Due < earliest.Due ? cursor : earliest;
        }

        return earliest;
    }
}
