using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live;

/// <summary>
/// Compares an account with the journal: asks what became of orders whose outcome nobody knows, reads deals that happened unheard, and looks for positions
/// that the host did not open. Nothing is ever sent again.
/// </summary>
#pragma warning disable CA1001 // It lives as long as the host; a semaphore nobody waits for by handle holds nothing.
public sealed class Reconciler
#pragma warning restore CA1001
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly LiveDesk _desk;
    private readonly IBrokerLink _link;
    private readonly HashSet<long> _known;
    private readonly Dictionary<string, DateTime> _missing = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);
    private readonly DateTime _knownSince;
    private DateTime? _newestDeal;
    private volatile bool _isClean;

    internal Reconciler(LiveDesk desk, IBrokerLink link, JournaledDesk? past)
    {
        // An account without any deal is known from when the host met it: what happened since is its business.
        (_desk, _link, _newestDeal) = (desk, link, past?.NewestDeal ?? past?.KnownSince);
        _knownSince = past?.KnownSince ?? desk.Setup.Wall.GetUtcNow().UtcDateTime;
        _known = [.. past?.KnownPositions ?? []];
        desk.Router!.Dealt += (report, order) => Note(report, order);
        desk.Router.Lost += _ => _isClean = false;
        desk.State.Booked += (report, _) => See(report.Time);
        link.Changed += () => _isClean = false;
    }

    /// <summary>Whether the account was compared since the last connect, and nothing was left over.</summary>
    public bool IsClean => _isClean && _desk.Ledger.AtBroker.All(o => o.State != OrderState.OutcomeUnknown);

    /// <summary>Positions of the last comparison that the host did not open and nobody accepted.</summary>
    public IReadOnlyList<Position> Orphans { get; private set; } = [];

    /// <summary>Compares once.</summary>
    /// <param name="confirmed">An order that an operator says left no trace; null when nobody does.</param>
    /// <param name="cancellationToken">Ends the waiting for answers.</param>
    /// <returns>Orders whose outcome was found.</returns>
    /// <exception cref="IOException">The broker cannot be reached.</exception>
    /// <exception cref="TimeoutException">It did not answer.</exception>
    public async Task<IReadOnlyList<Order>> RunAsync(string? confirmed, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Order[] unknown = _desk.Turn.Do(() => _desk.Ledger.AtBroker.Where(o => o.State == OrderState.OutcomeUnknown).ToArray());
            var resolved = new List<Order>();
            foreach (Order order in unknown)
            {
                RequestOutcome outcome = await _link.FindAsync(new BrokerRequest(order.ClientOrderId!, order.Intent), cancellationToken).ConfigureAwait(false);
                if (_desk.Turn.Do(() => Resolve(order, outcome, order.Id == confirmed)))
                {
                    resolved.Add(order);
                }
            }

            int deals = await CatchUpAsync(cancellationToken).ConfigureAwait(false);
            _desk.Turn.Do(() => Compare(unknown.Length - resolved.Count, deals));
            return resolved;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Accepts the positions that the host did not open. To be asked within the account's turn.</summary>
    /// <returns>The positions.</returns>
    public IReadOnlyList<Position> Adopt(string actor)
    {
        Position[] orphans = [.. Strangers()];
        if (orphans.Length > 0)
        {
            _desk.Journal.Append(actor, LiveRecords.Adopted, LiveRecords.Adopt(orphans.Select(p => p.Ticket)), Durability.Durable);
            _known.UnionWith(orphans.Select(p => p.Ticket));
            Orphans = [];
            _isClean = _link.Health.IsConnected;
        }

        return orphans;
    }

    private bool Resolve(Order order, RequestOutcome outcome, bool isConfirmed)
    {
        if (order.State != OrderState.OutcomeUnknown)
        {
            // A report was quicker.
            return true;
        }

        switch (outcome.State)
        {
            case RequestState.Executed or RequestState.Refused when outcome.Reports.Count > 0:
                _desk.Router!.Resolve(order, outcome.Evidence, outcome.Reports);
                return order.State != OrderState.OutcomeUnknown;
            case RequestState.Refused:
                _desk.Router!.Resolve(order, outcome.Evidence);
                return true;
            case RequestState.NeverSent:
                _desk.Router!.Resolve(order, "never_sent");
                return true;
            default:
                return IsGone(order, isConfirmed);
        }
    }

    // Two whole looks half a minute apart, the second long after it was sent, and a human who agrees: short of that nobody says that it never was.
    private bool IsGone(Order order, bool isConfirmed)
    {
        DateTime now = _desk.Setup.Wall.GetUtcNow().UtcDateTime;
        if (!_missing.TryGetValue(order.Id, out DateTime first))
        {
            _missing[order.Id] = now;
            return false;
        }

        if (!isConfirmed || now - first < Between || now - order.ProposedAt < Settling)
        {
            return false;
        }

        _desk.Router!.Resolve(order, "not_found");
        return true;
    }

    private async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        // An account that is new to this host has a past that is none of its business.
        if (_newestDeal is not { } newest)
        {
            _newestDeal = _desk.Setup.Wall.GetUtcNow().UtcDateTime;
            return 0;
        }

        IReadOnlyList<ExecutionReport> past = await _link.PastAsync(newest - Overlap, cancellationToken).ConfigureAwait(false);
        int heard = 0;
        foreach (ExecutionReport report in past.Where(r => r.Kind == ExecutionKind.Fill || (r.Kind == ExecutionKind.Booking && r.Time >= _knownSince)))
        {
            _desk.Router!.OnReport(report);
            heard++;
        }

        return heard;
    }

    private void Compare(int unknown, int deals)
    {
        Orphans = [.. Strangers()];
        if (Orphans.Count > 0)
        {
            _desk.Journal.Append("host", "recon.difference", LiveRecords.Difference(Orphans.Select(p => p.Ticket)), Durability.Durable);
        }

        bool isClean = unknown == 0 && Orphans.Count == 0 && _link.Health.IsConnected;
        if (isClean)
        {
            _desk.Drift.Trust();
        }

        if (isClean != _isClean)
        {
            _desk.Journal.Append("host", "recon.done", LiveRecords.Reconciled(unknown, deals, Orphans.Count), Durability.Buffered);
        }

        _isClean = isClean;
    }

    private void See(DateTime deal) => _newestDeal = deal > _newestDeal ? deal : _newestDeal;

    private IEnumerable<Position> Strangers() => _link.Snapshot().Positions.Where(p => !_known.Contains(p.Ticket));

    private void Note(ExecutionReport report, Order? order)
    {
        See(report.Time);
        if (order is not null && report.Fill is { } fill)
        {
            _known.Add(fill.PositionTicket);
        }
    }
}
