using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>A way that drives the engine itself, without gate and journal.</summary>
internal abstract class BacktestRunner : IBacktestRunner
{
    /// <summary>Bars between two looks at progress and cancellation.</summary>
    public const int Stretch = 8192;

    private readonly List<FailedStrategy> _failed = [];

    protected BacktestRunner(BacktestSetup setup)
    {
        Setup = setup;
        Recorder = new RunRecorder(setup.Detail);
        Engine = new MatchingEngine(setup.Account, setup.Matching, [.. setup.Markets.Select(m => m.Setup)], Recorder);
        Recorder.TimeOf = Engine.Time;
    }

    public abstract (string Strategy, DateTime Bar)? Calling { get; }

    protected BacktestSetup Setup { get; }

    protected RunRecorder Recorder { get; }

    protected MatchingEngine Engine { get; }

    protected int FallbackBars { get; set; }

    protected int BarsInMarket { get; set; }

    public abstract BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken);

    protected void Fail(string id, DateTime bar, string why) => _failed.Add(new FailedStrategy(id, bar, why));

    protected BacktestResult Result(ReadOnlyMemory<long> times, double[] equity)
    {
        if (Setup.CloseAtEnd && equity.Length > 0)
        {
            Engine.CloseAtEnd();
            equity[^1] = Engine.Equity;
        }

        return new BacktestResult
        {
            Record = new RunRecord
            {
                Currency = Setup.Account.Currency,
                Curve = new EquityCurve((double)Setup.Account.InitialCash, times, equity),
                FinalBalance = Engine.Balance,
                Fills = Recorder.Fills,
                Trades = Recorder.Trades,
                BarsInMarket = BarsInMarket,
                SwapAccrued = Recorder.Swap,
            },
            Fills = Recorder.FillCount,
            Trades = Recorder.TradeCount,
            Rejections = Recorder.Rejections,
            Events = Recorder.Events,
            Refused = Recorder.Refused,
            Skipped = Recorder.Skipped,
            Failed = _failed,
            FallbackBars = FallbackBars,
        };
    }
}
