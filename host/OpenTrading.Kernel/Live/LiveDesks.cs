using System.Collections.Concurrent;
using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live;

/// <summary>The accounts at brokers: those that the journal knows, and those whose brokers have shown up.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class LiveDesks
{
    private readonly LiveSetup _setup;
    private readonly ConcurrentDictionary<string, LiveDesk> _byAccount = new(StringComparer.Ordinal);
    private readonly ClientOrderIds _ids;
    private readonly Lock _opening = new();
    private readonly List<Action<LiveDesk>> _followers = [];

    /// <summary>Brings back what the journal knows.</summary>
    /// <param name="setup">What they are traded under.</param>
    /// <param name="past">What earlier runs left.</param>
    public LiveDesks(LiveSetup setup, LiveHistory past)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(past);
        _setup = setup;
        _ids = new ClientOrderIds(setup.Instance);
        foreach ((string account, JournaledDesk desk) in past.ByAccount)
        {
            _byAccount[account] = new LiveDesk(account, setup, desk, _ids);
        }
    }

    /// <summary>What they are traded under.</summary>
    public LiveSetup Setup => _setup;

    /// <summary>All of them, by account.</summary>
    public IReadOnlyList<LiveDesk> All => [.. _byAccount.Values.OrderBy(d => d.Account, StringComparer.Ordinal)];

    /// <summary>Those whose brokers were handed over.</summary>
    public IEnumerable<LiveDesk> Open => All.Where(d => d.Orders is not null);

    /// <summary>Those that the switches reach.</summary>
    public IEnumerable<SwitchedAccount> Switched => Open.Select(d => d.Switched);

    /// <summary>Takes the broker of an account.</summary>
    /// <param name="link">Its reading face.</param>
    /// <param name="router">Makes its router.</param>
    public void Take(IBrokerLink link, Func<RouterParts, OrderRouter> router)
    {
        ArgumentNullException.ThrowIfNull(link);
        string account = link.Snapshot().Account.Login;
        lock (_opening)
        {
            LiveDesk desk = _byAccount.GetOrAdd(account, a => new LiveDesk(a, _setup, null, _ids));
            desk.Open(link, router);
            _followers.ForEach(follow => follow(desk));
        }
    }

    /// <summary>Tells of every account whose broker was handed over, and of each that will be.</summary>
    public void Follow(Action<LiveDesk> follow)
    {
        ArgumentNullException.ThrowIfNull(follow);
        lock (_opening)
        {
            _followers.Add(follow);
            foreach (LiveDesk desk in Open)
            {
                follow(desk);
            }
        }
    }

    /// <summary>The account that a caller means: by its name, its login, or its terminal; the only connected one where nothing is said.</summary>
    /// <exception cref="CapabilityException">NOT_CONNECTED, or it is not clear which.</exception>
    public LiveDesk Require(string? account)
    {
        LiveDesk[] connected = [.. Open.Where(d => d.IsConnected)];
        LiveDesk[] meant = account is null ? connected : [.. connected.Where(d => d.Account == account || d.Account.StartsWith(account + "@", StringComparison.Ordinal) || d.Masked == account || d.Link!.Name == account)];
        return meant switch
        {
            [{ } one] => one,
            [] => throw new CapabilityException(
                ErrorCode.NotConnected, account is null ? "No terminal is connected" : $"No terminal of {account} is connected", "Connect it; mt5_status says why it is not."),
            _ => throw new CapabilityException(
                ErrorCode.ValidationError, "Several terminals are connected", $"Say account={string.Join(" or ", meant.Select(d => d.Masked))}.", [new ErrorDetail(["account"], "Several terminals are connected")]),
        };
    }

    /// <summary>The order of an id, with its account.</summary>
    /// <exception cref="CapabilityException">NOT_FOUND.</exception>
    public (LiveDesk Desk, Order Order) RequireOrder(string requestId)
    {
        foreach (LiveDesk desk in _byAccount.Values)
        {
            if (desk.Turn.Do(() => desk.Ledger.ById(requestId)) is { } order)
            {
                return (desk, order);
            }
        }

        throw new CapabilityException(ErrorCode.NotFound, $"There is no request {requestId}", "List what waits with list_approvals.");
    }

    /// <summary>The grant of an id, with its account.</summary>
    /// <exception cref="CapabilityException">NOT_FOUND.</exception>
    public (LiveDesk Desk, Grant Grant) RequireGrant(string approvalId)
    {
        foreach (LiveDesk desk in _byAccount.Values)
        {
            if (desk.Turn.Do(() => desk.Approvals.Find(approvalId)) is { } grant)
            {
                return (desk, grant);
            }
        }

        throw new CapabilityException(ErrorCode.NotFound, $"There is no approval {approvalId}, or it is of an earlier run", "List them with list_approvals status=active.");
    }

    /// <summary>Voids what was granted in a session.</summary>
    /// <returns>How many grants were good until now.</returns>
    public int EndSession(string session) => _byAccount.Values.Sum(d => d.Turn.Do(() => d.Approvals.EndSession(session)));

    /// <summary>Refuses while orders may not reach a broker.</summary>
    /// <exception cref="CapabilityException">LIVE_DISABLED.</exception>
    public void RequireEnabled()
    {
        if (!_setup.IsEnabled)
        {
            throw new CapabilityException(ErrorCode.LiveDisabled, "Live orders are switched off", "The owner sets risk.env_lock.live_enabled = true and restarts the host.");
        }
    }
}
