using System.Diagnostics;
using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Sessions;

/// <summary>The strategies of a session in voting order: who runs, who was taken out, who takes whose place.</summary>
internal sealed class Roster
{
    // A replacement sees in one go what its predecessor saw bar by bar; the session waits for it, so it gets the time of a few calls only.
    private const int WarmupBudget = 10;

    private readonly Instrument _instrument;
    private readonly Timeframe _timeframe;
    private readonly IOpenBook _book;
    private readonly WatchedThread? _watch;
    private readonly BarWindow _bars = new();

    // Ids in voting order, also of those taken out: whoever replaces one votes where it did.
    private readonly List<string> _order;
    private StrategySlot[] _slots;
    private int _turn = -1;

    /// <param name="strategies">Who runs, in voting order. The instances live in the slots alone: one that is replaced must be free to go, and its assembly with it.</param>
    /// <param name="instrument">What they trade.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="book">What is open.</param>
    /// <param name="watch">Where they are called; null calls them on the session's own thread, without a limit.</param>
    public Roster(IReadOnlyList<NamedStrategy> strategies, Instrument instrument, Timeframe timeframe, IOpenBook book, WatchedThread? watch)
    {
        (_instrument, _timeframe, _book, _watch) = (instrument, timeframe, book, watch);
        _order = [.. strategies.Select(s => s.Id)];
        _slots = [.. strategies.Select(s => Slot(s, watch is null ? _bars : null))];
    }

    /// <summary>Those that run.</summary>
    public IReadOnlyList<StrategySlot> Slots => _slots;

    /// <summary>Those taken out and not replaced since.</summary>
    /// <threadsafety>May be read from any thread, as <see cref="Calling"/>.</threadsafety>
    public IReadOnlyList<StrategyFault> Faulted { get; private set; } = [];

    /// <summary>Id of the strategy being called at this moment; null between the calls.</summary>
    public string? Calling
    {
        get
        {
            StrategySlot[] slots = _slots;
            int turn = Volatile.Read(ref _turn);
            return (uint)turn < (uint)slots.Length ? slots[turn].Id : null;
        }
    }

    public bool Has(string id) => _order.Contains(id);

    /// <summary>Runs everyone on a closed bar and takes out those that fail.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="failed">Those taken out.</param>
    /// <returns>Whether anyone emitted anything.</returns>
    public bool Run(in Bar bar, out IReadOnlyList<StrategyFault> failed)
    {
        _bars.Add(bar);
        bool emitted = false;
        bool sound = true;

        // The turn is a field so that another thread can tell in whose code this one is.
        StrategySlot[] slots = _slots;
        for (_turn = 0; _turn < slots.Length; _turn++)
        {
            StrategySlot slot = slots[_turn];
            emitted |= slot.Run(bar);
            sound &= slot.Fault is null;
        }

        failed = sound ? [] : TakeOut();
        return emitted;
    }

    /// <summary>Lets everyone see a bar of the past.</summary>
    /// <returns>Those taken out.</returns>
    public IReadOnlyList<StrategyFault> Warm(in Bar bar)
    {
        _bars.Add(bar);
        bool sound = true;
        foreach (StrategySlot slot in _slots)
        {
            slot.Warm(bar);
            sound &= slot.Fault is null;
        }

        return sound ? [] : TakeOut();
    }

    /// <summary>Puts a strategy into the place of its id, or at the end, once it has seen the bars the session still holds.</summary>
    /// <returns>Why it was refused; null when it is in.</returns>
    public StrategyFault? Seat(NamedStrategy next)
    {
        StrategySlot slot = Slot(next, sharedBars: null);
        if (Warm(slot) is { } fault)
        {
            return fault;
        }

        if (!Has(next.Id))
        {
            _order.Add(next.Id);
        }

        _slots = [.. _slots.Where(s => s.Id != next.Id).Append(slot).OrderBy(s => _order.IndexOf(s.Id))];
        Forgive(next.Id);
        return null;
    }

    /// <summary>Takes a strategy off the roster for good.</summary>
    public void Remove(string id)
    {
        _order.Remove(id);
        _slots = [.. _slots.Where(s => s.Id != id)];
        Forgive(id);
    }

    private StrategySlot Slot(NamedStrategy strategy, BarWindow? sharedBars) => new(strategy, _instrument, _timeframe, _book, sharedBars, _watch);

    private StrategyFault? Warm(StrategySlot slot)
    {
        long started = Stopwatch.GetTimestamp();
        for (int ago = _bars.Count - 1; ago >= 0; ago--)
        {
            slot.Warm(_bars[ago]);
            if (slot.Fault is { } fault)
            {
                return fault;
            }

            if (_watch is { } watch && Stopwatch.GetElapsedTime(started) > watch.Limit * WarmupBudget)
            {
                return new StrategyFault(
                    slot.Id, FormattableString.Invariant($"it did not get through {_bars.Count} past bars within {(watch.Limit * WarmupBudget).TotalSeconds:0.###} s"), NeedsRestart: false);
            }
        }

        return null;
    }

    private IReadOnlyList<StrategyFault> TakeOut()
    {
        List<StrategyFault> failed = [.. _slots.Select(s => s.Fault).OfType<StrategyFault>()];
        _slots = [.. _slots.Where(s => s.Fault is null)];
        Faulted = [.. Faulted, .. failed];
        return failed;
    }

    private void Forgive(string id) => Faulted = [.. Faulted.Where(f => f.Id != id)];
}
