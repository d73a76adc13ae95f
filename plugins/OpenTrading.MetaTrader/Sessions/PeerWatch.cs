namespace OpenTrading.MetaTrader.Sessions;

/// <summary>Keeps peers away that guess tokens or send garbage, and keeps the journal from being filled by them.</summary>
/// <param name="wall">The machine's clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class PeerWatch(TimeProvider wall)
{
    private const int MostBadMacs = 5;
    private const int MostBadLines = 20;
    private const int MostNotes = 30;
    private const int MostPeers = 4096;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Peer> _peers = new(StringComparer.Ordinal);

    /// <summary>Whether a peer is kept away now.</summary>
    public bool IsBarred(string peer)
    {
        lock (_gate)
        {
            return _peers.TryGetValue(peer, out Peer? known) && known.BarredAt is { } at && wall.GetElapsedTime(at) < Window;
        }
    }

    /// <summary>Counts a wrong proof of the token. The fifth in a minute keeps the peer away for one.</summary>
    public void BadMac(string peer) => Count(peer, p => p.BadMacs, MostBadMacs);

    /// <summary>Counts a line that broke the protocol. The twentieth in a minute keeps the peer away for one.</summary>
    public void BadLine(string peer) => Count(peer, p => p.BadLines, MostBadLines);

    /// <summary>Whether one more thing about a peer may be written down; thirty a minute say it all.</summary>
    public bool MayNote(string peer)
    {
        lock (_gate)
        {
            Queue<long> notes = Of(peer).Notes;
            Forget(notes);
            if (notes.Count >= MostNotes)
            {
                return false;
            }

            notes.Enqueue(wall.GetTimestamp());
            return true;
        }
    }

    private void Count(string peer, Func<Peer, Queue<long>> faults, int most)
    {
        lock (_gate)
        {
            Peer known = Of(peer);
            Queue<long> times = faults(known);
            Forget(times);
            times.Enqueue(wall.GetTimestamp());
            if (times.Count >= most)
            {
                known.BarredAt = wall.GetTimestamp();
                times.Clear();
            }
        }
    }

    private void Forget(Queue<long> times)
    {
        while (times.TryPeek(out long oldest) && wall.GetElapsedTime(oldest) >= Window)
        {
            times.Dequeue();
        }
    }

    private Peer Of(string peer)
    {
        if (_peers.TryGetValue(peer, out Peer? known))
        {
            return known;
        }

        // Whoever comes from thousands of addresses must not fill the memory.
        if (_peers.Count >= MostPeers)
        {
            _peers.Clear();
        }

        return _peers[peer] = new Peer();
    }

    private sealed class Peer
    {
        public Queue<long> BadMacs { get; } = new();

        public Queue<long> BadLines { get; } = new();

        public Queue<long> Notes { get; } = new();

        public long? BarredAt { get; set; }
    }
}
