using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Host.Running;

/// <summary>The accounts at brokers of a running host: brought back from the journal, opened as plugins hand their brokers over, watched.</summary>
internal sealed class LiveHost : IDisposable
{
    private readonly ITimer _watch;

    /// <summary>Brings them back, and opens those whose brokers are there.</summary>
    public LiveHost(HostConfiguration configuration, PluginSet plugins, IJournal journal, KillSwitch kill, LiveHistory past, MarketReader market, HostSecurity security, string instance)
    {
        TimeProvider wall = TimeProvider.System;
        Desks = new LiveDesks(
            new LiveSetup
            {
                Rules = configuration.Rules,
                Risk = configuration.Risk,
                Approval = new ApprovalSettings(TimeSpan.FromSeconds(configuration.Approval.TtlSeconds), configuration.Approval.Demo, configuration.Approval.AllowSelf),
                Approvers = new OperatorApprovers(security.Sessions),
                Kill = kill,
                Journal = journal,
                Market = market,
                Wall = wall,
                Instance = instance,
                IsEnabled = configuration.IsLiveEnabled,
            },
            past);
        foreach (IBrokerage brokerage in plugins.Catalog.Brokerages)
        {
            brokerage.Open(Take);
        }

        var watch = new LiveWatch(Desks, kill, TimeSpan.FromSeconds(configuration.Kill.HeartbeatSeconds), wall);
        _watch = wall.CreateTimer(_ => Guard.Once(watch, watch.Look), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>The accounts.</summary>
    public LiveDesks Desks { get; }

    public void Dispose() => _watch.Dispose();

    // The only place where a sending face passes through, on its way into a router of its own.
    private void Take(IBroker broker) => Desks.Take(
        broker as IBrokerLink ?? throw new ArgumentException($"Broker {broker.Name} has no reading face; implement IBrokerLink.", nameof(broker)),
        parts => new OrderRouter(broker, parts.Ledger, parts.Mints, parts.Kill, parts.Journal, parts.Clock, parts.Turn, parts.Deals, parts.Book));
}
