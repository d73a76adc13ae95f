using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// One strategy on the bars of one instrument. The strategy walks a stretch ahead; the engine follows, carries out what was emitted on the way, bar
/// for bar, and passes over the bars in between in one go. It follows on another processor where one is free, while the strategy walks the next
/// stretch. When the strategy looks at what is open, the engine catches up first. Nothing is allocated for a bar on which nothing happens.
/// </summary>
internal sealed class TightRunner : BacktestRunner
{
    // Long enough that the code of strategy and engine each stays warm, short enough that its bars stay in the processor's cache.
    private const int Lead = 1024;

    // To hand a stretch to another processor takes as long as a few hundred bars.
    private const int LeadOfTwo = 4096;

    private readonly StrategyView _view;
    private readonly StrategyWalk _walk;
    private readonly EngineBook _book;
    private readonly Decider _decider;
    private readonly double[] _equity;
    private readonly bool _isOfTwo;
    private Task _following = Task.CompletedTask;
    private Emissions _free = new();
    private int _done;
    private volatile bool _over;

    public TightRunner(BacktestSetup setup)
        : base(setup)
    {
        BacktestMarket market = setup.Markets[0];
        Instrument instrument = market.Setup.Instrument;
        _view = market.Views[0];
        _equity = setup.Detail == RunDetail.Full ? GC.AllocateUninitializedArray<double>(_view.Bars.Count) : [];
        _book = new EngineBook(Engine, setup, 0, new CurrencyConverter(new EngineQuotes(Engine, setup).Of), Recorder) { CatchUp = CatchUp };
        _walk = new StrategyWalk(_view.Strategies[0], instrument, _view.Timeframe, Window(_view), _book);
        _decider = new Decider(_book, Recorder, setup, instrument);
        _isOfTwo = !setup.IsOneOfMany && Environment.ProcessorCount > 1;
    }

    public override (string Strategy, DateTime Bar)? Calling => !_over && _walk.Seen is var seen and > 0 ? (_walk.Id, _view.TimeOf(seen - 1)) : null;

    public static bool Fits(BacktestSetup setup) => setup.Markets is [{ Ticks: null, Lower: null, Views: [{ Strategies.Count: 1 } view] } market]
        && view.Timeframe == market.Timeframe && setup.Matching.DelayMilliseconds == 0;

    public override BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int count = _view.Bars.Count;
        int lead = _isOfTwo ? LeadOfTwo : Lead;
        while (_walk.Seen < count && _walk.Fault is null)
        {
            _walk.Run(Math.Min(count, _walk.Seen + lead));
            Hand(_walk.Seen);
            if (_walk.Seen % Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(_walk.Seen);
            }
        }

        Await();
        _over = true;
        if (_walk.Fault is { } fault)
        {
            Fail(_walk.Id, _view.TimeOf(_walk.Seen - 1), fault);
        }

        Follow(count);
        progress?.Report(count);
        return _equity.Length > 0
            ? Result(_view.Times, _equity)
            : Result(_view.Times[^1..], [Engine.Equity]);
    }

    private static BarWindow Window(StrategyView view) => view.Rows is { } rows ? BarWindow.Over(rows) : BarWindow.Over(view.Bars);

    // In the middle of a call: what the strategy emitted on this very bar waits until the call is over.
    private void CatchUp()
    {
        Await();
        if (_done < _walk.Seen)
        {
            CarryOut(_walk.Emitted, _walk.Seen - 1);
            Follow(_walk.Seen);
        }
    }

    // The engine belongs to whoever follows; the walk waits for it before it hands over the next stretch or looks at the engine itself.
    private void Hand(int bars)
    {
        Await();
        if (!_isOfTwo)
        {
            CarryOut(_walk.Emitted, bars);
            return;
        }

        Emissions emitted = _walk.Exchange(_free);
        _free = emitted;
        _following = Task.Run(() =>
        {
            CarryOut(emitted, bars);
            Follow(bars);
        });
    }

    private void Await() => _following.GetAwaiter().GetResult();

    private void CarryOut(Emissions emitted, int bars)
    {
        while (emitted.NextBar(bars) is { } bar)
        {
            Follow(bar + 1);
            _decider.Decide(_walk, emitted, bar, _view.TimeOf(bar));
        }
    }

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
