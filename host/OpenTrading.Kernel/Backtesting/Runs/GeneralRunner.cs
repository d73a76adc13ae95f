using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// Any number of instruments, views and strategies, in strict order of time: at each instant all bars that close there are matched, in the order of
/// the instruments, then the strategies that saw one of them run, in the same order.
/// </summary>
internal sealed class GeneralRunner : BacktestRunner
{
    private readonly MarketRun[] _markets;

    public GeneralRunner(BacktestSetup setup)
        : base(setup)
    {
        var rates = new CurrencyConverter(new EngineQuotes(Engine, setup).Of);
        _markets = [.. setup.Markets.Select((_, index) => new MarketRun(Engine, setup, index, rates, Recorder))];
    }

    public override (string Strategy, DateTime Bar)? Calling
    {
        get
        {
            foreach (MarketRun market in _markets)
            {
                if (market.Calling is { } calling)
                {
                    return calling;
                }
            }

            return null;
        }
    }

    public override BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var times = new List<long>();
        var equity = new List<double>();
        long shortest = _markets.Min(m => m.BarLength);
        long total = _markets.Sum(m => (long)m.Count);
        long bars = 0;
        while (_markets.Min(m => m.NextClose) is var now and < long.MaxValue)
        {
            foreach (MarketRun market in _markets)
            {
                bars += market.Match(now) ? 1 : 0;
            }

            foreach (MarketRun market in _markets)
            {
                market.Think(now, Fail);
            }

            times.Add(_markets.Length == 1 ? _markets[0].LastOpen : now - shortest);
            equity.Add(Engine.Equity);
            BarsInMarket += Engine.Positions.Count > 0 ? 1 : 0;
            if (times.Count % Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((int)Math.Min(bars, int.MaxValue));
            }
        }

        FallbackBars = _markets.Sum(m => m.FallbackBars);
        progress?.Report((int)Math.Min(total, int.MaxValue));
        return Result(times.ToArray(), [.. equity]);
    }
}
