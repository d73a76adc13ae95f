using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>The newest answers of a gate. The journal keeps what every order was told for ever; this is what can still be explained in full.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class RiskDecisions
{
    private const int MostKept = 1000;

    private readonly Lock _taking = new();
    private readonly Queue<RiskDecision> _kept = [];
    private readonly Dictionary<string, RiskDecision> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RiskDecision> _byOrder = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    /// <summary>Follows a desk.</summary>
    /// <param name="desk">Whose orders are taken note of.</param>
    /// <param name="clock">Stamps the ids.</param>
    public RiskDecisions(OrderDesk desk, TimeProvider clock)
        : this(clock) => Follow(desk);

    /// <summary>Follows nobody yet.</summary>
    /// <param name="clock">Stamps the ids.</param>
    public RiskDecisions(TimeProvider clock) => _clock = clock;

    /// <summary>Follows another desk as well.</summary>
    public void Follow(OrderDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        desk.Judged += (order, look) => Keep(look, order.Id);
    }

    /// <summary>The newest refusal; null when there was none.</summary>
    public RiskDecision? LatestRefusal { get; private set; }

    /// <summary>Takes note of an answer.</summary>
    /// <param name="look">What the gate saw and said.</param>
    /// <param name="orderId">The order it was about; null for a question.</param>
    public RiskDecision Keep(GateLook look, string? orderId = null)
    {
        // What it saw must hold still until somebody asks.
        GateLook still = look with { Context = ForeignView.Of(look.Context) };
        var decision = new RiskDecision(Ulid.New("dec_", _clock.GetUtcNow()), look.Context.Now, orderId, still);
        lock (_taking)
        {
            if (_kept.Count == MostKept)
            {
                Forget(_kept.Dequeue());
            }

            _kept.Enqueue(decision);
            _byId.Add(decision.Id, decision);
            if (orderId is not null)
            {
                _byOrder[orderId] = decision;
            }

            LatestRefusal = look.Verdict.Passed ? LatestRefusal : decision;
        }

        return decision;
    }

    /// <summary>The decision of an id; null when it is unknown or too old.</summary>
    public RiskDecision? Find(string id)
    {
        lock (_taking)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    /// <summary>The decision on an order; null when it is too old.</summary>
    public RiskDecision? Of(Order order)
    {
        lock (_taking)
        {
            return _byOrder.GetValueOrDefault(order.Id);
        }
    }

    /// <summary>Refusals since an instant, oldest first.</summary>
    public IReadOnlyList<RiskDecision> RefusalsOfOrders(DateTime from, DateTime to)
    {
        lock (_taking)
        {
            return [.. _kept.Where(d => d.OrderId is not null && !d.Look.Verdict.Passed && d.Time >= from && d.Time < to)];
        }
    }

    private void Forget(RiskDecision old)
    {
        _byId.Remove(old.Id);
        if (old.OrderId is { } order && _byOrder.GetValueOrDefault(order) == old)
        {
            _byOrder.Remove(order);
        }
    }
}
