using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// One strategy on the bars of one instrument. The strategy walks ahead; the engine follows when the strategy emits or looks at what is open, and
/// passes over the bars in between in one go. Nothing is allocated for a bar on which nothing happens.
/// </summary>
internal sealed class TightRunner : BacktestRunner
{
    private readonly StrategyView _view;
    private readonly StrategySlot _slot;
    private readonly BarWindow _window;
    private readonly EngineBook _book;
    private readonly Decider _decider;
    private readonly double[] _equity;
    private int _done;
    private volatile bool _over;

    public TightRunner(BacktestSetup setup)
        : base(setup)
    {
        BacktestMarket market = setup.Markets[0];
        Instrument instrument = market.Setup.Instrument;
        _view = market.Views[0];
        _window = BarWindow.Over(_view.Rows);
        _equity = setup.Detail == RunDetail.Full ? GC.AllocateUninitializedArray<double>(_view.Rows.Length) : [];
        _book = new EngineBook(Engine, setup, 0, new CurrencyConverter(new EngineQuotes(Engine, setup).Of), Recorder) { CatchUp = CatchUp };
        _slot = new StrategySlot(_view.Strategies[0], instrument, _view.Timeframe, _book, _window, watch: null);
        _decider = new Decider(_book, Recorder, setup, instrument.Symbol);
    }

    public override (string Strategy, DateTime Bar)? Calling =>
        !_over && _window.Seen is var seen and > 0 ? (_slot.Id, _view.Rows[(int)seen - 1].Time) : null;

    public static bool Fits(BacktestSetup setup) => setup.Markets is [{ Ticks: null, Lower: null, Views: [{ Strategies.Count: 1 } view] } market]
        && view.Timeframe == market.Timeframe && setup.Matching.DelayMilliseconds == 0;

    public override BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int count = _view.Rows.Length;
        int next = 0;
        StrategySlot[] slots = [_slot];
        while (next < count && _slot.Fault is null)
        {
            int end = Math.Min(count, (next / Stretch * Stretch) + Stretch);
            while (next < end && _slot.Fault is null)
            {
                next += _slot.Walk(_window, end - next);
                if (_slot.Signals.Count + _slot.Intents.Count > 0 && _slot.Fault is null)
                {
                    CatchUp();
                    _decider.Decide(slots, _view.Rows[next - 1].Time);
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(next);
        }

        _over = true;
        if (_slot.Fault is { } fault)
        {
            Fail(fault.Id, _view.Rows[next - 1].Time, fault.Why);
        }

        Follow(count);
        progress?.Report(count);
        return _equity.Length > 0
            ? Result(_view.Times, _equity)
            : Result([_view.Rows[^1].Time.Ticks], [Engine.Equity]);
    }

    private void CatchUp() => Follow((int)_window.Seen);

    private void Follow(int bars)
    {
        if (_done < bars)
        {
            BarsInMarket += Engine.RunBars(0, _done, bars, _equity);
            _done = bars;
            _book.Forget();
        }
    }
}
