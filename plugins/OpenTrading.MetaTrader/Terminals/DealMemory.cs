namespace OpenTrading.MetaTrader.Terminals;

/// <summary>Deals that were seen: a terminal tells the last ones again after every reconnect, and the number of the deal is what tells them apart.</summary>
/// <threadsafety>One thread.</threadsafety>
internal sealed class DealMemory
{
    private const int Most = 20_000;

    private readonly HashSet<long> _seen = [];
    private readonly Queue<long> _order = new();

    /// <summary>UTC instant of the newest deal; null before the first.</summary>
    public DateTime? Newest { get; private set; }

    /// <summary>Takes a deal.</summary>
    /// <returns>False for one that was seen.</returns>
    public bool Take(DealRow deal)
    {
        if (!_seen.Add(deal.Deal))
        {
            return false;
        }

        _order.Enqueue(deal.Deal);
        if (_order.Count > Most)
        {
            _seen.Remove(_order.Dequeue());
        }

        Newest = Newest is { } known && known > deal.Time ? known : deal.Time;
        return true;
    }
}
