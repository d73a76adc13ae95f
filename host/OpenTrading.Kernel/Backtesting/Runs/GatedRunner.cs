using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// The session of paper trading itself, with order desk and risk gate, on recorded bars; only its record goes nowhere. Several instruments have a session
/// each on one account behind one gate, in strict order of time: at each instant all bars that close there are matched, in the order of the instruments,
/// then the strategies that saw one of them run, in the same order.
/// </summary>
internal sealed class GatedRunner : IBacktestRunner
{
    private readonly BacktestSetup _setup;
    private readonly GatedMarket[] _markets;
    private readonly RunRecorder _recorder = new(RunDetail.Full);
    private readonly SimulatedBroker _broker;
    private readonly PassedDays? _days;
    private readonly List<FailedStrategy> _failed = [];

    public GatedRunner(BacktestSetup setup, GateTerms gate)
    {
        _setup = setup;
        var clock = new SessionClock(setup.Markets.Min(m => m.Views[0].TimeOf(0)));
        var journal = new Nowhere();
        _broker = new SimulatedBroker(
            setup.Account, setup.Matching, [.. setup.Markets.Select(m => new PricedInstrument(m.Setup, m.Views[0].Bars.Source))], clock)
        {
            Witness = _recorder,
            QuotesConversions = true,
        };

        // What is held in the order's own symbol moves with it; days are asked for beside others alone.
        _days = setup.Markets.Count > 1 ? new PassedDays(setup.Account.BrokerDay) : null;
        var desk = new TradingDesk(_broker, gate.Instruments, gate.Rules, gate.Settings, new NoKill(), journal, clock, closes: _days is null ? null : _days.Of);
        _markets = [.. setup.Markets.Select(m => Market(m, desk, clock, journal))];
        _recorder.TimeOf = index => _markets[index].LastOpen;
    }

    public (string Strategy, DateTime Bar)? Calling
    {
        get
        {
            foreach (GatedMarket market in _markets)
            {
                if (market.Calling is { } calling)
                {
                    return calling;
                }
            }

            return null;
        }
    }

    /// <summary>Whether a setup can be run by sessions.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says why.</exception>
    public static void Require(BacktestSetup setup)
    {
        if (setup.Markets.FirstOrDefault(m => m is not { Ticks: null, Lower: null, Views: [{ } view] } || view.Timeframe != m.Timeframe) is { } unfit)
        {
            throw new ArgumentException(
                $"The risk gate judges instruments on their own bars; {unfit.Setup.Instrument.Symbol} has ticks, lower bars or further timeframes. Leave them out, or turn the rules off for this run (--risk off).");
        }
    }

    public BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var times = new List<long>();
        var equity = new List<double>();
        long shortest = _markets.Min(m => m.BarLength);
        int bars = 0;
        int held = 0;
        while (_markets.Min(m => m.NextClose) is var now and < long.MaxValue)
        {
            if (times.Count % BacktestRunner.Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(bars);
            }

            bars += Step(now);
            times.Add(_markets.Length == 1 ? _markets[0].LastOpen.Ticks : now - shortest);
            equity.Add(_broker.MarkedEquity);
            held += _broker.Positions.Count > 0 ? 1 : 0;
        }

        progress?.Report(bars);
        return new BacktestResult
        {
            Record = new RunRecord
            {
                Currency = _setup.Account.Currency,
                Curve = new EquityCurve((double)_setup.Account.InitialCash, times.ToArray(), [.. equity]),
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

    private int Step(long now)
    {
        int matched = 0;
        foreach (GatedMarket market in _markets)
        {
            if (market.Match(now, out Bar bar))
            {
                _days?.Add(market.Symbol, bar);
                matched++;
            }
        }

        foreach (GatedMarket market in _markets)
        {
            market.Think();
        }

        return matched;
    }

    private GatedMarket Market(BacktestMarket market, TradingDesk desk, SessionClock clock, IJournal journal)
    {
        var session = new Session(new SessionSetup
        {
            Instrument = market.Setup.Instrument,
            Timeframe = market.Timeframe,
            Strategies = market.Views[0].Strategies,
            Voting = _setup.Voting,
            Sizer = _setup.Sizer,
            Desk = desk.Orders,
            Broker = _broker,
            Market = _broker,
            Clock = clock,
            Journal = journal,
        });
        var gated = new GatedMarket(session, market, _setup);
        session.Skipped += why => _recorder.Skip(why, gated.LastOpen);
        session.Ordered += order => Count(order, gated.LastOpen);
        session.Disabled += fault => _failed.Add(new FailedStrategy(fault.Id, gated.LastOpen, fault.Why));
        return gated;
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
