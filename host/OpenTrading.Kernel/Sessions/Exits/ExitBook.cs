using System.Collections.Immutable;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>The exits that the host manages, as the journal tells them: a restart changes nothing. Fed record by record, in order.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class ExitBook
{
    private readonly Dictionary<(string Actor, string Key), ExitPlan> _declared = [];
    private readonly Dictionary<string, (ExitPlan Plan, string Declarer)> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Position, int Part)> _closing = new(StringComparer.Ordinal);
    private volatile ImmutableSortedDictionary<long, ManagedExit> _open = ImmutableSortedDictionary<long, ManagedExit>.Empty;

    /// <summary>Positions under management, oldest first.</summary>
    public IEnumerable<ManagedExit> Open => _open.Values.Where(e => !e.Plan.IsEmpty);

    /// <summary>Since when the oldest of them is open; null when there is none.</summary>
    public DateTime? Oldest => Open.Min(e => (DateTime?)e.OpenedAt);

    /// <summary>The exits of a position; null when it has none.</summary>
    public ManagedExit? Of(long position) => _open.TryGetValue(position, out ManagedExit? exit) && !exit.Plan.IsEmpty ? exit : null;

    /// <summary>The exits that an order which waits will bring; null when it has none.</summary>
    public ExitPlan? Waiting(string orderId)
    {
        lock (_waiting)
        {
            return _waiting.TryGetValue(orderId, out (ExitPlan Plan, string Declarer) waiting) ? waiting.Plan : null;
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        JsonElement payload = record.Payload;
        switch (record.Type)
        {
            case ExitRecords.Declared when ExitRecords.Read(payload) is { } plan:
                _declared[(record.Actor, payload.Text("key")!)] = plan;
                break;
            case ExitRecords.Changed:
                Change(record.Actor, payload);
                break;
            case "order.proposed":
                Propose(record.Actor, payload);
                break;
            case "order.submitting" when _closing.TryGetValue(payload.Text("orderId") ?? "", out (long Position, int Part) part):
                Put(part.Position, exit => exit with { Taken = [.. exit.Taken, part.Part] });
                break;
            case "order.fill" or "position.deal":
                Deal(payload);
                break;
            case "order.rejected" or "order.cancelled" or "order.expired" or "order.reconciled":
                Forget(payload.Text("orderId") ?? "");
                break;
            default:
                break;
        }
    }

    private void Propose(string actor, JsonElement proposed)
    {
        string orderId = proposed.Text("orderId")!;
        string key = proposed.Text("key")!;
        if (_declared.Remove((actor, key), out ExitPlan? plan))
        {
            lock (_waiting)
            {
                _waiting[orderId] = (plan, actor);
            }
        }

        if (ExitKeys.PartOf(key) is { } part && proposed.GetProperty("proposal").Id("target") is { } position)
        {
            _closing[orderId] = (position, part);
        }
    }

    private void Change(string actor, JsonElement changed)
    {
        ExitPlan plan = ExitRecords.Read(changed)!;
        if (changed.Text("orderId") is { } orderId)
        {
            lock (_waiting)
            {
                _waiting[orderId] = (plan, actor);
            }
        }
        else if (changed.Id("position") is { } position)
        {
            Put(position, exit => exit with { Plan = plan, Declarer = actor });
        }
    }

    // Every position is known, also one without a plan: it may get one later.
    private void Deal(JsonElement deal)
    {
        long position = deal.Id("position")!.Value;
        (decimal closed, decimal left) = (deal.Decimal("closedVolume")!.Value, deal.Decimal("positionVolume")!.Value);
        string symbol = deal.Text("symbol")!;
        if (left == 0 || (closed > 0 && closed < deal.Decimal("volume")))
        {
            // What a deal turned round bears another number now.
            _open = _open.RemoveRange(_open.Values.Where(e => e.Position == position || (left > 0 && e.Symbol == symbol)).Select(e => e.Position).ToArray());
        }

        if (left == 0 || (closed > 0 && _open.ContainsKey(position)))
        {
            return;
        }

        string orderId = deal.Text("orderId") ?? "";
        ExitPlan? plan = null;
        string? declarer = null;
        lock (_waiting)
        {
            if (_waiting.TryGetValue(orderId, out (ExitPlan Plan, string Declarer) waiting))
            {
                (plan, declarer) = (waiting.Plan, waiting.Declarer);
            }
        }

        // A netted position that grows keeps what was taken of it; its plan is the newest.
        ManagedExit? before = _open.GetValueOrDefault(position);
        _open = _open.SetItem(position, new ManagedExit(
            position,
            before?.OrderId ?? orderId,
            declarer ?? before?.Declarer ?? "host",
            symbol,
            Names.Side(deal.Text("side")!),
            deal.Decimal("positionPrice")!.Value,
            before?.Stop ?? deal.Decimal("sl"),
            left,
            before?.OpenedAt ?? deal.Time("brokerTime")!.Value,
            plan ?? before?.Plan ?? new ExitPlan()) { Taken = before?.Taken ?? [] });
    }

    private void Forget(string orderId)
    {
        _closing.Remove(orderId);
        lock (_waiting)
        {
            _waiting.Remove(orderId);
        }
    }

    private void Put(long position, Func<ManagedExit, ManagedExit> change)
    {
        if (_open.TryGetValue(position, out ManagedExit? exit))
        {
            _open = _open.SetItem(position, change(exit));
        }
    }
}
