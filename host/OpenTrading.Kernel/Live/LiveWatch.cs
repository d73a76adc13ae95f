using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live;

/// <summary>
/// Lets time pass for accounts at brokers: a day's reference is taken at its reset, what waited too long lapses, what is unknown is asked for, and a terminal that falls silent, or a position of
/// ours without a stop, throws the kill switch.
/// </summary>
/// <param name="desks">The accounts.</param>
/// <param name="kill">The emergency stop.</param>
/// <param name="longestSilence">How long the terminal of a real account may be away.</param>
/// <param name="wall">The wall clock.</param>
public sealed class LiveWatch(LiveDesks desks, KillSwitch kill, TimeSpan longestSilence, TimeProvider wall)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan NakedAtMost = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Sight> _sights = new(StringComparer.Ordinal);

    /// <summary>Looks once. To be called every second, by one thread at a time.</summary>
    public void Look()
    {
        foreach (LiveDesk desk in desks.All)
        {
            desk.Turn.Do(desk.Approvals.Lapse);
        }

        foreach (LiveDesk desk in desks.Open)
        {
            if (!_sights.TryGetValue(desk.Account, out Sight? sight))
            {
                _sights.Add(desk.Account, sight = new Sight { SeenAt = wall.GetTimestamp() });
            }

            Look(desk, sight);
        }
    }

    private void Look(LiveDesk desk, Sight sight)
    {
        BrokerHealth health = desk.Link!.Health;
        if (!health.IsConnected)
        {
            if (!sight.IsMissed && wall.GetElapsedTime(sight.SeenAt) > longestSilence && desk.Link.Snapshot().Account.Kind == AccountKind.Real)
            {
                sight.IsMissed = true;
                kill.Tighten(1, "host", $"the terminal of {desk.Masked} has been silent for {longestSilence.TotalSeconds:0} s");
            }

            return;
        }

        (sight.SeenAt, sight.IsMissed) = (wall.GetTimestamp(), false);
        desk.Drift.Look();
        LookForNaked(desk, sight);
        LookAtQuotes(desk);
        desk.Turn.Do(() => desk.Orders!.Advance(wall.GetUtcNow().UtcDateTime));
        if (!desk.Reconciler!.IsClean && !sight.IsAsking && (sight.AskedAt is not { } asked || wall.GetElapsedTime(asked) >= Retry))
        {
            (sight.IsAsking, sight.AskedAt) = (true, wall.GetTimestamp());
            _ = ReconcileAsync(desk, sight);
        }
    }

    private static void LookAtQuotes(LiveDesk desk) => desk.Turn.Do(() =>
    {
        foreach (MarketSymbol symbol in desk.Setup.Market.Symbols)
        {
            if (symbol.Source == desk.Link!.Name && desk.Link.Quote(symbol.Instrument.Symbol) is { } quote)
            {
                desk.Samples.Add(quote);
            }
        }
    });

    // What the host opened has a stop; where it has none any more, somebody took it away or the broker never set it.
    private void LookForNaked(LiveDesk desk, Sight sight)
    {
        HashSet<long> own = desk.Turn.Do(() => desk.Ledger.All.Where(o => o is { Intent: { Kind: OrderKind.Open, StopLoss: not null }, Position: not null }).Select(o => o.Position!.Value).ToHashSet());
        Position[] naked = own.Count == 0 ? [] : [.. desk.Link!.Snapshot().Positions.Where(p => p.StopLoss is null && own.Contains(p.Ticket))];
        foreach (long ticket in sight.Naked.Keys.Except(naked.Select(p => p.Ticket)).ToArray())
        {
            sight.Naked.Remove(ticket);
        }

        foreach (Position position in naked)
        {
            if (!sight.Naked.TryGetValue(position.Ticket, out long since))
            {
                sight.Naked.Add(position.Ticket, wall.GetTimestamp());
            }
            else if (wall.GetElapsedTime(since) > NakedAtMost)
            {
                kill.Tighten(1, "host", $"position {position.Ticket} of {desk.Masked} has no stop");
            }
        }
    }

    private static async Task ReconcileAsync(LiveDesk desk, Sight sight)
    {
        try
        {
            await desk.Reconciler!.RunAsync(confirmed: null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException or JournalException or ObjectDisposedException or IllegalTransitionException or InvalidOperationException)
        {
            // It is asked again; until then nothing that raises risk leaves.
        }
        finally
        {
            sight.IsAsking = false;
        }
    }

    private sealed class Sight
    {
        public long SeenAt { get; set; }

        public bool IsMissed { get; set; }

        public bool IsAsking { get; set; }

        public long? AskedAt { get; set; }

        public Dictionary<long, long> Naked { get; } = [];
    }
}
