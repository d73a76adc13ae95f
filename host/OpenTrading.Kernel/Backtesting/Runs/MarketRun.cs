using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One instrument on the general path: its bars are matched, then its views see theirs.</summary>
internal sealed class MarketRun
{
    private readonly MatchingEngine _engine;
    private readonly BacktestMarket _market;
    private readonly int _index;
    private readonly EngineBook _book;
    private readonly ViewRun[] _views;
    private readonly LowerBars? _lower;
    private readonly BarCloses _closes;
    private int _next;
    private int _tick;

    public MarketRun(MatchingEngine engine, BacktestSetup setup, int index, CurrencyConverter rates, RunRecorder recorder)
    {
        (_engine, _market, _index) = (engine, setup.Markets[index], index);
        _book = new EngineBook(engine, setup, index, rates, recorder);
        BarLength = _market.Timeframe.Length().Ticks;
        _closes = new BarCloses(_market.Timeframe, setup.Account.BrokerDay);
        _lower = _market.Lower is { } lower ? new LowerBars(_market.Bars, lower) : null;
        Instrument instrument = _market.Setup.Instrument;
        _views = [.. _market.Views.Select(v => new ViewRun(v, instrument, setup.Account.BrokerDay, _book, new Decider(_book, recorder, setup, instrument)))];
    }

    public int Count => _market.Bars.Count;

    public long BarLength { get; }

    public int FallbackBars => _lower?.FallbackBars ?? 0;

    /// <summary>Opening time of the last bar matched, UTC ticks.</summary>
    public long LastOpen => _market.Bars[_next - 1].Time;

    /// <summary>When the next bar closes, UTC ticks; the largest number after the last.</summary>
    public long NextClose => _next < Count ? _closes.Of(_market.Bars[_next].Time) : long.MaxValue;

    public (string Strategy, DateTime Bar)? Calling => _views.Select(v => v.Calling).FirstOrDefault(c => c is not null);

    /// <summary>Matches the bar that closes at <paramref name="now"/>.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Match(long now)
    {
        if (NextClose != now)
        {
            return false;
        }

        if (_market.Ticks is { } ticks)
        {
            _tick = _engine.RunTicks(_index, ticks, _tick, now);
        }
        else if (_lower is not null)
        {
            _lower.Run(_engine, _index, _next);
        }
        else
        {
            _engine.OnBar(_index, _next);
        }

        _next++;
        _book.Forget();
        return true;
    }

    /// <summary>Lets the views see the bars of theirs that have closed by now.</summary>
    /// <param name="now">UTC ticks.</param>
    /// <param name="failed">Told id, bar and reason of every strategy that was taken out.</param>
    public void Think(long now, Action<string, DateTime, string> failed)
    {
        foreach (ViewRun view in _views)
        {
            view.Run(now, failed);
        }
    }
}
