using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Live;

/// <summary>The way of every request of accounts at brokers, as the journal tells it. Fed record by record, in order.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class OrderTimelines
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<OrderStep>> _byOrder = new(StringComparer.Ordinal);

    /// <summary>Steps of a request, oldest first.</summary>
    public IReadOnlyList<OrderStep> Of(string requestId)
    {
        lock (_gate)
        {
            return _byOrder.TryGetValue(requestId, out List<OrderStep>? steps) ? [.. steps] : [];
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.BrokerAccount() is null || record.Terms.Text("orderId") is not { } order)
        {
            return;
        }

        lock (_gate)
        {
            if (!_byOrder.TryGetValue(order, out List<OrderStep>? steps))
            {
                _byOrder.Add(order, steps = []);
            }

            steps.Add(new OrderStep(record.Time, record.Type, record.Actor, record.Seq, record.Terms.Text("why") ?? record.Terms.Text("reason")));
        }
    }
}
