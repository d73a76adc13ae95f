using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.MarketStore.History;
using OpenTrading.Kernel.MarketStore.Hours;
using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Kernel.MarketStore.Symbols;
using OpenTrading.Kernel.MarketStore.Watchlists;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Risk;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Running;

/// <summary>The host's own rooms whose methods can be called.</summary>
internal static class HostRooms
{
    /// <summary>One object a toolset; where a toolset spans rooms, one a room.</summary>
    public static IEnumerable<object> Of(PaperHost host, CapabilityDispatcher dispatcher)
    {
        var paging = new Paging(TimeProvider.System);
        yield return new MarketCapabilities(host.Market, paging);
        yield return new TickCapabilities(host.Market, paging);
        yield return new SymbolCapabilities(host.Market, host.Configuration.Naming, new TradedMarket(host.Instrument.Symbol, host.Configuration.Accounts.Leverage), paging);
        yield return new SessionCapabilities(host.Market);
        yield return new CoverageCapabilities(host.Market, host.Configuration.Instruments, paging);
        yield return new QualityCapabilities(host.Market);
        yield return new ImportCapabilities(host.Market, host.Store, () => host.Plugins.Catalog.BarImporters, host.Home.Import);
        yield return new WatchlistCapabilities(host.Market, host.Services.Watchlists);
        yield return new CredentialCapabilities(host.Security, host.Journal, TimeProvider.System);

        var paper = new PaperDesk(host.Desk, host.Mailbox, host.Market, new MarketSymbol(host.Instrument, host.Source), host.Configuration.Run.Timeframe);
        var decisions = new RiskDecisions(host.Desk.Orders, TimeProvider.System);
        RiskLimits limits = ConfiguredLimits.Of(host.Configuration, BuiltInRules.Types.Concat(host.Plugins.Catalog.RiskRules.Select(r => r.Type)));
        yield return new CheckCapabilities(paper, decisions);
        yield return new LimitCapabilities(paper, limits);
        yield return new SizingCapabilities(paper);
        yield return new ExposureCapabilities(paper);
        yield return new RuinCapabilities();
        yield return new SwitchCapabilities(paper, host.Kill, TimeProvider.System);
        yield return new TradingStateCapabilities(paper, host.Kill, limits, dispatcher.Access.Mode, () => new OperatorSessionState(false, null));
    }
}
