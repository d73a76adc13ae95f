namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Whether the parts of a setup fit together.</summary>
internal static class BacktestCheck
{
    /// <exception cref="ArgumentException">They do not; the message says what to change.</exception>
    public static void Require(BacktestSetup setup)
    {
        if (setup.Markets.Count == 0)
        {
            throw new ArgumentException("A backtest needs at least one instrument.", nameof(setup));
        }

        if (setup.Markets.GroupBy(m => m.Setup.Instrument.Symbol, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key} is given {twice.Count()} times. Give it once, with a view for each timeframe.", nameof(setup));
        }

        if (setup.Markets.Count > 1 && setup.Markets.FirstOrDefault(m => m.Ticks is not null) is { } ticks)
        {
            throw new ArgumentException($"{ticks.Setup.Instrument.Symbol} is to be run on ticks; ticks are run one instrument at a time.", nameof(setup));
        }

        if (setup.Matching.DelayMilliseconds > 0 && setup.Markets.FirstOrDefault(m => m.Ticks is null) is { } bars)
        {
            throw new ArgumentException($"A delay in milliseconds needs ticks; {bars.Setup.Instrument.Symbol} runs on bars. Delay by bars, or give a file of ticks.");
        }

        foreach (BacktestMarket market in setup.Markets)
        {
            Require(market);
        }
    }

    private static void Require(BacktestMarket market)
    {
        string symbol = market.Setup.Instrument.Symbol;
        if (market.Setup.Bars is not { Count: > 0 })
        {
            throw new ArgumentException($"{symbol} has no bars.");
        }

        if (market is { Ticks: not null, Lower: not null })
        {
            throw new ArgumentException($"{symbol} is given both ticks and lower bars. Ticks show more; leave the lower bars out.");
        }

        if (market.Views.FirstOrDefault(v => v.Timeframe < market.Timeframe) is { } finer)
        {
            throw new ArgumentException($"{symbol}: strategies on {finer.Timeframe} need {finer.Timeframe} bars; it has {market.Timeframe}.");
        }
    }
}
