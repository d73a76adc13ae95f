using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>One account, its session on EURUSD, orders also in USDJPY by bars and in GBPUSD by ticks.</summary>
public sealed class AccountFeedTests : IDisposable
{
    private static readonly SeriesKey Own = new("EURUSD", Timeframe.H1);

    private static readonly Instrument UsdJpy = new() { Symbol = "USDJPY", Digits = 3, ContractSize = 100_000, BaseCurrency = "USD", ProfitCurrency = "JPY" };

    private static readonly Instrument GbpUsd = Scene.EurUsd with { Symbol = "GBPUSD", BaseCurrency = "GBP" };

    private readonly TestFolder _folder = new();

    [Fact]
    public void Keys_SessionFirstThenOtherBarsThenTicks()
    {
        using Life life = new(_folder.Root);

        Assert.Equal(["EURUSD H1", "GBPUSD H1", "USDJPY H1", "GBPUSD ticks"], AccountFeed.Keys(Own, life.Broker.Markets).Select(k => k.ToString()));
    }

    [Fact]
    public void Bar_OfAnotherInstrument_FillsItsOrderInItsOwnMoney()
    {
        using Life life = new(_folder.Root);
        life.Bar(UsdJpy, 150.000);
        life.Submit(UsdJpy, OrderSide.Buy, 150.010m, stop: 149.000m);
        life.Bar(UsdJpy, 150.000);
        life.Bar(UsdJpy, 150.300);

        Position position = Assert.Single(life.Broker.Positions);
        Assert.Equal(("USDJPY", 150.010m), (position.Symbol, position.EntryPrice));

        // 0.10 lots win 0.290 yen a dollar; at 150.30 that is 2,900 / 150.31, the closing side of a profit in yen being the ask.
        Assert.InRange(position.Profit, 19.28m, 19.30m);
        Assert.Null(life.Broker.Quote("EURUSD"));
        Assert.Equal(("file:USDJPY", life.Now), (life.Broker.Quote("USDJPY")!.Source, life.Broker.Quote("USDJPY")!.Time));
    }

    [Fact]
    public void Tick_FillsAtOnceAndStopsAtItsPriceAndItsBarDoesNothing()
    {
        using Life life = new(_folder.Root);
        life.Tick(1.26990, 1.27002);
        life.Submit(GbpUsd, OrderSide.Buy, 1.27002m, stop: 1.26000m);

        Assert.Equal(1.27002m, Assert.Single(life.Broker.Positions).EntryPrice);

        life.Bar(GbpUsd, 1.20000);
        Assert.Single(life.Broker.Positions);

        life.Tick(1.25990, 1.26002);
        Assert.Empty(life.Broker.Positions);
        Assert.Equal(9_898.80m, life.Broker.Balance);
    }

    [Fact]
    public void Restart_PositionsInThreeInstruments_ComeBackEachInItsOwn()
    {
        using (Life first = new(_folder.Root))
        {
            first.Bar(Scene.EurUsd, 1.08490);
            first.Bar(UsdJpy, 150.000);
            first.Tick(1.26990, 1.27000);
            first.Submit(Scene.EurUsd, OrderSide.Buy, 1.08500m, stop: 1.08000m);
            first.Submit(UsdJpy, OrderSide.Sell, 150.000m, stop: 151.000m);
            first.Submit(GbpUsd, OrderSide.Buy, 1.27000m, stop: 1.26000m);
            first.Bar(Scene.EurUsd, 1.08490);
            first.Bar(UsdJpy, 150.000);
            first.Tick(1.26990, 1.27000);
        }

        using Life second = new(_folder.Root);
        Assert.Equal(["EURUSD", "GBPUSD", "USDJPY"], second.Past.Symbols.Order(StringComparer.Ordinal));
        Assert.Equal(
            [("GBPUSD", OrderSide.Buy, 1.27000m), ("EURUSD", OrderSide.Buy, 1.08500m), ("USDJPY", OrderSide.Sell, 150.000m)],
            second.Broker.Positions.Select(p => (p.Symbol, p.Side, p.EntryPrice)));

        second.Bar(UsdJpy, 151.500);
        Assert.Equal(["GBPUSD", "EURUSD"], second.Broker.Positions.Select(p => p.Symbol));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Life : IDisposable
    {
        private readonly AuditJournal _journal;
        private readonly SessionClock _clock = new(Scene.Now);
        private readonly OrderDesk _desk;
        private readonly AccountFeed _feed;
        private int _orders;

        public Life(string folder)
        {
            var exits = new ExitBook();
            _journal = AuditJournal.Open(folder, new TestClock { Now = Scene.Now }, Past.Apply, follow: exits.Apply);
            _clock.MoveTo(Past.LastMarketTime);
            Instrument[] traded = [Scene.EurUsd, GbpUsd, UsdJpy];
            PricedInstrument[] markets = [.. traded.Select(i => new PricedInstrument(
                new InstrumentSetup { Instrument = i, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) }, $"file:{i.Symbol}") { HasTicks = i == GbpUsd })];
            Broker = new SimulatedBroker(
                new AccountOptions { InitialCash = 10_000m, Mode = AccountMode.Hedging, MoneyRounding = MoneyRounding.Currency },
                new MatchingOptions(),
                markets,
                _clock,
                Past.ToEngineState(traded, 10_000m));
            var desk = new TradingDesk(
                Broker, traded.ToDictionary(i => i.Symbol), [RuleStub.Passing.Bind()], DeskBench.Settings, new KillStub(), _journal, _clock, Past, "test");
            _desk = desk.Orders;
            var exitDesk = new ExitDesk(exits, Broker, _desk);
            var session = new Session(new SessionSetup
            {
                Instrument = Scene.EurUsd,
                Timeframe = Timeframe.H1,
                Strategies = [],
                Voting = new MajorityVoting(),
                Sizer = new FixedLots(0.10m),
                Desk = _desk,
                Broker = Broker,
                Market = Broker,
                Exits = exitDesk,
                Clock = _clock,
                Journal = _journal,
            });
            _feed = new AccountFeed(Own, session, desk, exitDesk, _clock);
        }

        public JournaledAccount Past { get; } = new();

        public SimulatedBroker Broker { get; }

        public DateTime Now => _clock.Now;

        public void Submit(Instrument instrument, OrderSide side, decimal price, decimal stop) => _desk.Submit(Scene.Buy with
        {
            Symbol = instrument.Symbol, Side = side, Volume = 0.10m, StopLoss = stop, TakeProfit = null, ReferencePrice = price, IdempotencyKey = $"k{Now:HHmm}{_orders++}",
        });

        public void Bar(Instrument instrument, double price)
        {
            DateTime open = _clock.Now;
            _feed.Take(new MarketEvent(
                new SeriesKey(instrument.Symbol, Timeframe.H1), open.AddHours(1), new Bar(open, price, price, price, price), default));
        }

        public void Tick(double bid, double ask)
        {
            DateTime time = _clock.Now.AddSeconds(1);
            _feed.Take(new MarketEvent(SeriesKey.Ticks("GBPUSD"), time, default, new Tick(time, bid, ask)));
        }

        public void Dispose() => _journal.Dispose();
    }
}
