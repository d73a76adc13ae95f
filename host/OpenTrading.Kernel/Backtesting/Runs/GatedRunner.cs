using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Sessions;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The session of paper trading itself, with order desk and risk gate, on recorded bars; only its record goes nowhere.</summary>
internal sealed class GatedRunner : IBacktestRunner
{
    private readonly BacktestSetup _setup;
    private readonly BacktestMarket _market;
    private readonly RunRecorder _recorder = new(RunDetail.Full);
    private readonly SimulatedBroker _broker;
    private readonly Session _session;
    private readonly List<FailedStrategy> _failed = [];
    private volatile int _bar;

    public GatedRunner(BacktestSetup setup, GateTerms gate)
    {
        (_setup, _market) = (setup, setup.Markets[0]);
        StrategyView view = _market.Views[0];
        var clock = new SessionClock(view.TimeOf(0));
        var journal = new Nowhere();
        _broker = new SimulatedBroker(setup.Account, setup.Matching, _market.Setup, view.Bars.Source, clock) { Witness = _recorder };
        _recorder.TimeOf = _ => new DateTime(_market.Bars[_bar].Time, DateTimeKind.Utc);
        var desk = new TradingDesk(_broker, gate.Instruments, gate.Rules, gate.Settings, new NoKill(), journal, clock);
        _session = new Session(new SessionSetup
        {
            Instrument = _market.Setup.Instrument,
            Timeframe = _market.Timeframe,
            Strategies = view.Strategies,
            Voting = setup.Voting,
            Sizer = setup.Sizer,
            Desk = desk.Orders,
            Broker = _broker,
            Market = _broker,
            Clock = clock,
            Journal = journal,
        });
        _session.Skipped += why => _recorder.Skip(why, view.TimeOf(_bar));
        _session.Ordered += Count;
        _session.Disabled += fault => _failed.Add(new FailedStrategy(fault.Id, view.TimeOf(_bar), fault.Why));
    }

    public (string Strategy, DateTime Bar)? Calling => _session.Calling is { } id ? (id, _market.Views[0].TimeOf(_bar)) : null;

    /// <summary>Whether a setup can be run by one session.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says why.</exception>
    public static void Require(BacktestSetup setup)
    {
        if (setup.Markets is not [{ Ticks: null, Lower: null, Views: [{ } view] } market] || view.Timeframe != market.Timeframe)
        {
            throw new ArgumentException("The risk gate judges one instrument on its own bars. Leave the rest out, or turn the rules off for this run (--risk off).");
        }
    }

    public BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        StrategyView view = _market.Views[0];
        double[] equity = new double[view.Bars.Count];
        int held = 0;
        for (int i = 0; i < equity.Length; i++)
        {
            if (i % BacktestRunner.Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(i);
            }

            _bar = i;
            if (view.Bars[i].Time < _setup.TradeFrom)
            {
                _session.Warm(view.Bars[i]);
                equity[i] = (double)_setup.Account.InitialCash;
                continue;
            }

            _session.OnBar(view.Bars[i]);
            equity[i] = _broker.MarkedEquity;
            held += _broker.Positions.Count > 0 ? 1 : 0;
        }

        progress?.Report(equity.Length);
        return new BacktestResult
        {
            Record = new RunRecord
            {
                Currency = _setup.Account.Currency,
                Curve = new EquityCurve((double)_setup.Account.InitialCash, view.Times, equity),
                FinalBalance = (double)_broker.Balance,
                Fills = _recorder.Fills,
                Trades = _recorder.Trades,
                BarsInMarket = held,
                SwapAccrued = _recorder.Swap,
            },
            Fills = _recorder.FillCount,
            Trades = _recorder.TradeCount,
            Rejections = _recorder.Rejections,
            Refused = _recorder.Refused,
            Events = _recorder.Events,
            Skipped = _recorder.Skipped,
            Failed = _failed,
        };
    }

    private void Count(Order order)
    {
        if (order.Violations is [{ } first, ..])
        {
            _recorder.Refuse(new RejectedOrder(
                _market.Views[0].TimeOf(_bar), order.Intent.Symbol, order.Intent.Side, order.Intent.Volume, $"risk rule {first.Rule}", first.Message));
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
