using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// The session of paper trading itself, with order desk and risk gate, on recorded prices; only its record goes nowhere. Each view of each instrument has a
/// session of its own, all on one account behind one gate, in strict order of time.
/// </summary>
internal sealed class GatedRunner : IBacktestRunner
{
    private readonly BacktestSetup _setup;
    private readonly GatedMarket[] _markets;
    private readonly TimeOrder _order;
    private readonly RunRecorder _recorder = new(RunDetail.Full);
    private readonly SimulatedBroker _broker;
    private readonly List<FailedStrategy> _failed = [];

    public GatedRunner(BacktestSetup setup, GateTerms gate)
    {
        _setup = setup;
        var clock = new SessionClock(new DateTime(setup.Markets.Min(m => m.Bars.Times[0]), DateTimeKind.Utc));
        var journal = new Nowhere();
        _broker = new SimulatedBroker(
            setup.Account, setup.Matching, [.. setup.Markets.Select(m => new PricedInstrument(m.Setup, m.Ticks?.Source ?? m.Views[0].Bars.Source))], clock)
        {
            Witness = _recorder,
            QuotesConversions = true,
        };
        _recorder.TimeOf = _broker.TimeOf;

        // What is held in the order's own symbol moves with it; days are asked for beside others alone.
        PassedDays? days = setup.Markets.Count > 1 ? new PassedDays(setup.Account.BrokerDay) : null;
        var desk = new TradingDesk(
            _broker, gate.Instruments, gate.Rules, gate.Settings, new NoKill(), journal, clock, closes: days is null ? null : days.Of, samples: SamplesOf);
        _broker.Passing += time => Pass(time, clock, desk.Orders);
        _markets =
        [
            .. setup.Markets.Select((m, index) => new GatedMarket(_broker, index, m, setup.Account.BrokerDay, days, [.. m.Views.Select((_, v) => View(m, v, desk.Orders, clock, journal))])),
        ];
        _order = new TimeOrder(_markets);
    }

    public (string Strategy, DateTime Bar)? Calling => _order.Calling;

    public BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        _order.Run(() => (_broker.MarkedEquity, _broker.Positions.Count > 0), progress, cancellationToken);
        (long[] times, double[] equity) = (_order.Times, _order.Equity);
        if (_setup.CloseAtEnd && equity.Length > 0)
        {
            _broker.CloseAtEnd();
            equity[^1] = _broker.MarkedEquity;
        }

        return new BacktestResult
        {
            Record = new RunRecord
            {
                Currency = _setup.Account.Currency,
                Curve = new EquityCurve((double)_setup.Account.InitialCash, times, equity),
                FinalBalance = (double)_broker.Balance,
                Fills = _recorder.Fills,
                Trades = _recorder.Trades,
                BarsInMarket = _order.BarsInMarket,
                SwapAccrued = _recorder.Swap,
            },
            Fills = _recorder.FillCount,
            Trades = _recorder.TradeCount,
            Rejections = _recorder.Rejections,
            Refused = _recorder.Refused,
            Events = _recorder.Events,
            Skipped = _recorder.Skipped,
            Failed = _failed,
            FallbackBars = _order.FallbackBars,
        };
    }

    // As on paper: time passes up to a price before it does anything. What is before the first bar that counts happens to nobody.
    private void Pass(DateTime time, SessionClock clock, OrderDesk desk)
    {
        if (time >= _setup.TradeFrom)
        {
            clock.MoveTo(time);
            desk.Advance(time);
        }
    }

    private QuoteSamples? SamplesOf(string symbol) => Array.Find(_markets, m => m.Symbol == symbol)?.Samples;

    private GatedView View(BacktestMarket market, int index, OrderDesk desk, SessionClock clock, IJournal journal)
    {
        StrategyView view = market.Views[index];
        int before = market.Views.Take(index).Count(v => v.Timeframe == view.Timeframe);
        var session = new Session(new SessionSetup
        {
            Instrument = market.Setup.Instrument,
            Timeframe = view.Timeframe,
            Strategies = view.Strategies,
            Mark = before == 0 ? "" : $"-{before + 1}",
            Voting = _setup.Voting,
            Sizer = _setup.Sizer,
            Desk = desk,
            Broker = _broker,
            Market = _broker,
            Clock = clock,
            Journal = journal,
        });
        var bars = new ViewBars(view, _setup.Account.BrokerDay);
        session.Skipped += why => _recorder.Skip(why, bars.Last);
        session.Ordered += order => Count(order, bars.Last);
        session.Disabled += fault => _failed.Add(new FailedStrategy(fault.Id, bars.Last, fault.Why));
        return new GatedView(session, bars, _setup.TradeFrom);
    }

    private void Count(Order order, DateTime bar)
    {
        if (order.Violations is [{ } first, ..])
        {
            _recorder.Refuse(new RejectedOrder(bar, order.Intent.Symbol, order.Intent.Side, order.Intent.Volume, $"risk rule {first.Rule}", first.Message));
        }
    }

    /// <summary>A backtest is no event of the account: its report is all that it leaves.</summary>
    private sealed class Nowhere : IJournal
    {
        private long _sequence;

        public long Append(string actor, string type, JournalPayload payload, Durability durability) => ++_sequence;
    }

    private sealed class NoKill : IKillLevel
    {
        public int Level => 0;
    }
}
