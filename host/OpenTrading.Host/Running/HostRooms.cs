using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Changes;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Diagnosis.Health;
using OpenTrading.Host.Faces.Mcp.Health;
using OpenTrading.Host.Plugins.Tending;
using OpenTrading.Host.Running.Backtests.Capabilities;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal.Audit;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Approvals.Proposals;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Live.Books;
using OpenTrading.Kernel.Live.Operating;
using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Kernel.MarketStore.History;
using OpenTrading.Kernel.MarketStore.Hours;
using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Kernel.MarketStore.Symbols;
using OpenTrading.Kernel.MarketStore.Watchlists;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Kernel.Paper.Cycles;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Paper.Performance;
using OpenTrading.Kernel.Paper.Resets;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Risk.PropFirm;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Risk.ValueAtRisk;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Signals.Evaluation;
using OpenTrading.Kernel.Signals.History;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Trades;
using OpenTrading.Risk;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running;

/// <summary>The host's own rooms whose methods can be called: one object a room, gathered by what they are about.</summary>
internal static class HostRooms
{
    private static readonly TimeProvider Wall = TimeProvider.System;

    /// <summary>All of them.</summary>
    public static IEnumerable<object> Of(PaperHost host, CapabilityDispatcher dispatcher)
    {
        var paging = new Paging(Wall);
        var paper = new PaperDesk(host.Desk, host.Mailbox, host.Market, new MarketSymbol(host.Instrument, host.Source), host.Configuration.Run.Timeframe);
        var backtests = new RunKeeper(new RunArchive(host.Home.Backtests), new TrialCounts(Path.Combine(host.Home.State, "backtest_trials.json")), Wall);
        RiskLimits limits = ConfiguredLimits.Of(host.Configuration, BuiltInRules.Types.Concat(host.Plugins.Catalog.RiskRules.Select(r => r.Type)));
        var decisions = new RiskDecisions(host.Desk.Orders, Wall);
        host.Live.Desks.Follow(desk => decisions.Follow(desk.Orders!));
        var requests = new LiveRequests(host.Live.Desks, decisions);
        var sending = new LiveSending(decisions, TimeSpan.FromSeconds(12), Wall);
        return
        [
            .. System(host, paper, dispatcher, paging),
            .. Market(host, paging),
            .. Signals(host, limits, paging),
            .. Risk(host, paper, requests, decisions, limits, dispatcher.Access.Mode),
            .. Backtests(host, backtests, paging),
            .. Paper(host, paper, backtests, requests, sending, decisions, limits, dispatcher.Access.Mode, paging),
            .. Live(host, requests, sending, paging),
            .. Records(host, paging),
        ];
    }

    private static IEnumerable<object> System(PaperHost host, PaperDesk paper, CapabilityDispatcher dispatcher, Paging paging)
    {
        HostConfiguration configuration = host.Configuration;
        AccessMode mode = dispatcher.Access.Mode;
        var flags = new HealthFlags(mode.DataOnly, mode.EnableLiveTools, mode.EnableLiveOrder, configuration.Security.RequireAuth);
        return
        [
            new HealthCapabilities(new HostParts(host, paper).Look, flags, mode, host.Kill, Wall),
            new McpHealthCapabilities(dispatcher, configuration.Mcp, host.Transports, host.Records.Calls, Wall),
            new ConfigCapabilities(configuration, host.Journal, Wall),
            new PluginCapabilities(host.Plugins, configuration, Wall),
            new ToolCapabilities(dispatcher, configuration.Mcp.Toolsets, Wall),
            new JobCapabilities(dispatcher.Jobs, paging, Wall),
            new CredentialCapabilities(host.Security, host.Journal, Wall, host.Live.Desks.EndSession),
        ];
    }

    private static IEnumerable<object> Market(PaperHost host, Paging paging)
    {
        HostConfiguration configuration = host.Configuration;
        return
        [
            new MarketCapabilities(host.Market, paging),
            new TickCapabilities(host.Market, paging),
            new SymbolCapabilities(host.Market, configuration.Naming, new TradedMarket(host.Broker.Markets.Select(m => m.Setup.Instrument.Symbol).ToHashSet(), configuration.Accounts.Leverage), paging),
            new SessionCapabilities(host.Market),
            new CoverageCapabilities(host.Market, configuration.Instruments, paging),
            new QualityCapabilities(host.Market),
            new ImportCapabilities(host.Market, host.Store, () => host.Plugins.Catalog.BarImporters, host.Home.Import),
            new WatchlistCapabilities(host.Market, host.Services.Watchlists),
        ];
    }

    private static IEnumerable<object> Signals(PaperHost host, RiskLimits limits, Paging paging)
    {
        var strategies = new LoadedStrategies(host.Plugins, host.Configuration);
        return
        [
            new StrategyCapabilities(strategies),
            new SignalCapabilities(host.Market, host.Configuration.BrokerDay, strategies, host.Signals, limits),
            new SignalHistoryCapabilities(host.Market, host.Signals, paging),
            new EvaluationCapabilities(host.Market, host.Signals),
        ];
    }

    private static IEnumerable<object> Backtests(PaperHost host, RunKeeper keeper, Paging paging)
    {
        HostConfiguration configuration = host.Configuration;
        var room = new BacktestRoom(configuration, host.Plugins, new LoadedStrategies(host.Plugins, configuration), host.Market, host.Store);
        return
        [
            new RunCapabilities(room, keeper),
            new HistoryCapabilities(keeper, paging),
            new ChartCapabilities(keeper, host.Services.Charts),
            new CompareCapabilities(keeper),
            new SweepCapabilities(room, keeper, host.Home.Reports),
            new WalkForwardCapabilities(room, keeper),
            new OverfitCapabilities(room, keeper, host.Home.Reports),
            new DoubtCapabilities(room, keeper),
        ];
    }

    private static IEnumerable<object> Risk(PaperHost host, PaperDesk paper, LiveRequests requests, RiskDecisions decisions, RiskLimits limits, AccessMode mode)
    {
        return
        [
            new CheckCapabilities(paper, decisions, requests),
            new LimitCapabilities(paper, limits),
            new SizingCapabilities(paper),
            new ExposureCapabilities(paper, host.Live.Desks),
            new RuinCapabilities(),
            new VarCapabilities(paper, host.Live.Desks),
            new PropFirmCapabilities(paper, host.Records.Trades, limits, host.Configuration.Risk, host.Live.Desks, host.Records.LiveTrades),
            new SwitchCapabilities(paper, host.Accounts, host.Kill, host.Security.Sessions.HasSteppedUp, Wall),
            new TradingStateCapabilities(paper, host.Kill, limits, mode, () => SessionOf(host.Security.Sessions)),
        ];
    }

    private static IEnumerable<object> Paper(PaperHost host, PaperDesk paper, RunKeeper backtests, LiveRequests requests, LiveSending sending, RiskDecisions decisions, RiskLimits limits, AccessMode mode, Paging paging)
    {
        ReadSide records = host.Records;
        var orders = new PaperOrders(paper, decisions, FillPatience(host.Configuration.Run), Wall);
        host.Services.Orders = mode is { DataOnly: false, EnableLiveTools: true } ? new RequestDesk(requests, sending, host.Kill) : new BookDesk(paper, orders, host.Kill, mode);
        return
        [
            new BookCapabilities(paper, records.Books, records.Trades, records.Exits, paging),
            new PlaceCapabilities(paper, orders, host.Journal),
            new ChangeCapabilities(paper, orders, records.Exits, records.Trades, host.Journal),
            new CloseCapabilities(paper, orders, records.Trades),
            new CycleCapabilities(
                paper, orders, decisions, new LoadedStrategies(host.Plugins, host.Configuration), host.Signals, host.Services.Watchlists, SizerSpec.Parse(host.Configuration.Run.Size), host.Journal),
            new EdgeCapabilities(paper, records.Trades, backtests.ResultsOf),
            new DailyCapabilities(paper, records.Trades, limits, host.Configuration.Risk.Day),
            new ResetCapabilities(paper, records.Books, records.Trades, host.Journal),
        ];
    }

    private static IEnumerable<object> Live(PaperHost host, LiveRequests requests, LiveSending sending, Paging paging)
    {
        ReadSide records = host.Records;
        LiveDesks desks = host.Live.Desks;
        return
        [
            new LiveBookCapabilities(desks, paging),
            new ProposalCapabilities(requests, records.Proposals, paging),
            new RequestCapabilities(requests, records.Proposals),
            new ExecutionCapabilities(desks, records.Timelines),
            new ApprovalCapabilities(requests, sending, records.Proposals, paging),
            new OperatingCapabilities(desks, sending),
        ];
    }

    // Where a bar lasts a moment, a caller is told the fill; where it lasts longer, that the order waits for it.
    private static TimeSpan FillPatience(RunOptions run)
    {
        TimeSpan bar = run.Timeframe.Length() / run.Speed;
        return bar <= TimeSpan.FromSeconds(2) ? (2 * bar) + TimeSpan.FromMilliseconds(500) : TimeSpan.Zero;
    }

    private static IEnumerable<object> Records(PaperHost host, Paging paging)
    {
        ReadSide records = host.Records;
        return
        [
            new NoteCapabilities(host.Journal, records.Index, records.Notes, records.Trades, paging, Wall),
            new TradeCapabilities(records.Trades, records.Notes, host.Market, host.Configuration.Accounts.Currency, Wall, host.Live.Desks, records.LiveTrades),
            new AuditCapabilities(host.Home.Audit, Path.Combine(host.Home.Reports, "audit"), host.Journal, records.Index, records.Calls, host.Checkpoints, paging, Wall),
        ];
    }

    private static OperatorSessionState SessionOf(OperatorSessions sessions) => new(sessions.OpenUntil is not null, sessions.OpenUntil?.UtcDateTime);
}
