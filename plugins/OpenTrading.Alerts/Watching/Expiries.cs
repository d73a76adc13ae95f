using OpenTrading.Alerts.Book;

namespace OpenTrading.Alerts.Watching;

/// <summary>When alerts wait no longer, the nearest first: looking for what has expired costs nothing while nothing has.</summary>
/// <threadsafety>Not safe: who holds it sees to that.</threadsafety>
internal sealed class Expiries
{
    private readonly PriorityQueue<string, DateTime> _next = new();

    /// <summary>Notes when an alert expires, where it does.</summary>
    public void Add(Alert alert)
    {
        if (alert.ExpiresAt is { } end)
        {
            _next.Enqueue(alert.AlertId, end);
        }
    }

    /// <summary>Takes out the ids of those whose time is over.</summary>
    public IEnumerable<string> Due(DateTime now)
    {
        while (_next.TryPeek(out string? id, out DateTime at) && at <= now)
        {
            _next.Dequeue();
            yield return id;
        }
    }
}
