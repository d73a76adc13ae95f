using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Replays;

/// <summary>Runs recorded bars through the same session, gate and journal as live trading, on the bars' own time.</summary>
public sealed class Replay(ReplaySetup setup)
{
    private const int ProgressEvery = 4096;

    private Session? _session;

    /// <summary>Where the run is now.</summary>
    /// <threadsafety>May be read from any thread.</threadsafety>
    public ReplayPosition Position
    {
        get
        {
            DateTime bar = setup.Clock.Now - setup.Bars.Timeframe.Length();
            if (setup.Rules.FirstOrDefault(r => r.IsAsked) is { } rule)
            {
                return new ReplayPosition(bar, $"risk rule {rule.Declaration.Id}", rule.Interrupt);
            }

            return _session?.Calling is { } id
                ? new ReplayPosition(bar, $"strategy {id}", setup.Strategies.First(s => s.Id == id).Interrupt)
                : new ReplayPosition(bar, null, null);
        }
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told the number of bars done, now and then.</param>
    /// <param name="cancellationToken">Stops between two bars.</param>
    public ReplayResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var broker = new SimulatedBroker(setup.Account, new MatchingOptions(), setup.Instrument, setup.Bars.Source, setup.Clock) { QuotesConversions = true };
        setup.Journal.Append("host", "replay.started", setup.Description, Durability.Buffered);
        var desk = new TradingDesk(broker, setup.Instruments, setup.Rules, setup.Risk, new NoKill(), setup.Journal, setup.Clock);
        Session session = _session = new Session(new SessionSetup
        {
            Instrument = setup.Instrument.Instrument,
            Timeframe = setup.Bars.Timeframe,
            Strategies = setup.Strategies,
            Voting = setup.Voting,
            Sizer = setup.Sizer,
            Desk = desk.Orders,
            Broker = broker,
            Market = broker,
            Clock = setup.Clock,
            Journal = setup.Journal,
        });

        var trades = new List<SimulatedTrade>();
        var orders = new List<Order>();
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var fills = new OrderListHash();
        int decisions = 0;
        broker.TradeClosed += trades.Add;
        broker.Filled += fill => fills.Add(fill);
        session.Ordered += orders.Add;
        session.Decided += _ => decisions++;
        session.Skipped += why => skipped[why] = skipped.GetValueOrDefault(why) + 1;

        IReadOnlyList<EquityPoint> equity = RunBars(session, broker, progress, cancellationToken, out decimal drawdown);
        var result = new ReplayResult
        {
            Bars = setup.Bars.Count,
            Fills = fills.Count,
            OrderListHash = fills.Current(),
            Trades = trades,
            Rejections = [.. orders.Where(o => o.Why.Length > 0)],
            Skipped = skipped,
            Equity = equity,
            FinalBalance = broker.Balance,
            FinalEquity = broker.Equity,
            MaxDrawdown = drawdown,
            Orders = orders.Count,
            Decisions = decisions,
            Faulted = [.. session.Faulted.Select(f => (f.Id, f.Why))],
        };
        setup.Journal.Append("host", "replay.finished", Finished(result), Durability.Durable);
        return result;
    }

    private List<EquityPoint> RunBars(
        Session session, SimulatedBroker broker, IProgress<int>? progress, CancellationToken cancellationToken, out decimal drawdown)
    {
        BarSeries bars = setup.Bars;
        var equity = new List<EquityPoint>();
        double peak = (double)broker.Equity;
        double deepest = 0;
        for (int i = 0; i < bars.Count; i++)
        {
            if (i % ProgressEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(i);
            }

            session.OnBar(bars[i]);
            double now = broker.MarkedEquity;
            peak = Math.Max(peak, now);
            deepest = Math.Max(deepest, peak - now);
            if (i == bars.Count - 1 || bars.Times[i] / TimeSpan.TicksPerDay != bars.Times[i + 1] / TimeSpan.TicksPerDay)
            {
                equity.Add(new EquityPoint(bars[i].Time, broker.Equity));
            }
        }

        progress?.Report(bars.Count);
        drawdown = Math.Round((decimal)deepest, setup.Account.CurrencyDigits);
        return equity;
    }

    private static JournalPayload Finished(ReplayResult result) => new()
    {
        ["bars"] = result.Bars,
        ["fills"] = (int)result.Fills,
        ["orderListHash"] = result.OrderListHash,
        ["balance"] = result.FinalBalance,
        ["equity"] = result.FinalEquity,
    };

    // A replay moves no money: the host's kill switch is not its concern.
    private sealed class NoKill : IKillLevel
    {
        public int Level => 0;
    }
}
