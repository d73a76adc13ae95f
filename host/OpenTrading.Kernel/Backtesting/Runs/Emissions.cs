using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>What a strategy emitted on a stretch of bars, each with its bar: taken down by the strategy's walk, carried out by whoever follows it.</summary>
/// <threadsafety>One thread at a time.</threadsafety>
internal sealed class Emissions
{
    private readonly List<(int Bar, Signal What)> _signals = [];
    private readonly List<(int Bar, ManageIntent What)> _intents = [];
    private int _nextSignal;
    private int _nextIntent;

    public void Add(int bar, Signal signal) => _signals.Add((bar, signal));

    public void Add(int bar, ManageIntent intent) => _intents.Add((bar, intent));

    /// <summary>Forgets what was emitted on a bar.</summary>
    public void Drop(int bar)
    {
        _signals.RemoveAll(s => s.Bar == bar);
        _intents.RemoveAll(i => i.Bar == bar);
    }

    /// <summary>The first bar before <paramref name="end"/> whose emissions were not taken yet; null when there is none.</summary>
    public int? NextBar(int end)
    {
        int signal = _nextSignal < _signals.Count ? _signals[_nextSignal].Bar : end;
        int intent = _nextIntent < _intents.Count ? _intents[_nextIntent].Bar : end;
        int bar = Math.Min(signal, intent);
        if (bar < end)
        {
            return bar;
        }

        if (_nextSignal == _signals.Count && _nextIntent == _intents.Count)
        {
            _signals.Clear();
            _intents.Clear();
            (_nextSignal, _nextIntent) = (0, 0);
        }

        return null;
    }

    /// <summary>Takes the next intent emitted on a bar; null when there is none left.</summary>
    public ManageIntent? TakeIntent(int bar) => _nextIntent < _intents.Count && _intents[_nextIntent].Bar == bar ? _intents[_nextIntent++].What : null;

    /// <summary>Takes the next signal emitted on a bar; null when there is none left.</summary>
    public Signal? TakeSignal(int bar) => _nextSignal < _signals.Count && _signals[_nextSignal].Bar == bar ? _signals[_nextSignal++].What : null;
}
