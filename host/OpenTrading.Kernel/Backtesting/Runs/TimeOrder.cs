namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// Instruments of a run in strict order of time: at each instant all bars that close there are matched, in the order of the instruments, then the
/// strategies that saw one of them run, in the same order.
/// </summary>
internal sealed class TimeOrder(IMarketRun[] markets)
{
    private readonly List<long> _times = [];
    private readonly List<double> _equity = [];
    private readonly long _shortest = markets.Min(m => m.Bars.BarLength);

    public (string Strategy, DateTime Bar)? Calling => markets.Select(m => m.Calling).FirstOrDefault(c => c is not null);

    /// <summary>Instants so far, UTC ticks: opening times of the bars that closed there.</summary>
    public long[] Times => [.. _times];

    /// <summary>Equity at each of them.</summary>
    public double[] Equity => [.. _equity];

    /// <summary>Instants that ended with a position open.</summary>
    public int BarsInMarket { get; private set; }

    public int FallbackBars => markets.Sum(m => m.Bars.Prices.FallbackBars);

    /// <summary>Runs to the end.</summary>
    /// <param name="account">Equity, and whether a position is open.</param>
    /// <param name="progress">Told the number of bars done, now and then.</param>
    /// <param name="cancellationToken">Stops between two instants.</param>
    public void Run(Func<(double Equity, bool IsOpen)> account, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long bars = 0;
        for (long now = Next(); now < long.MaxValue; now = Next())
        {
            if (_times.Count % BacktestRunner.Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((int)Math.Min(bars, int.MaxValue));
            }

            bars += Step(now);
            _times.Add(markets.Length == 1 ? markets[0].Bars.Last.Time : now - _shortest);
            (double equity, bool isOpen) = account();
            _equity.Add(equity);
            BarsInMarket += isOpen ? 1 : 0;
        }

        progress?.Report((int)Math.Min(bars, int.MaxValue));
    }

    private int Step(long now)
    {
        int matched = 0;
        foreach (IMarketRun market in markets)
        {
            if (market.Bars.NextClose == now)
            {
                market.Match(now);
                matched++;
            }
        }

        foreach (IMarketRun market in markets)
        {
            market.Think(now);
        }

        return matched;
    }

    private long Next()
    {
        long next = long.MaxValue;
        foreach (IMarketRun market in markets)
        {
            next = Math.Min(next, market.Bars.NextClose);
        }

        return next;
    }
}
