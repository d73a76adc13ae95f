using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>A strategy's place in a session: its context, and what it emitted on the current bar.</summary>
/// <remarks>
/// On a watched thread the strategy sees what was taken down for it before the call, in lists and bars of its own: should it return after it
/// was given up, it can reach nothing that the session still uses.
/// </remarks>
internal sealed class StrategySlot : IStrategyMarket
{
    /// <summary>Most signals and intents of one bar; an endless loop that emits must not fill the memory first.</summary>
    public const int MostPerBar = 1000;

    private readonly Strategy _strategy;
    private readonly StrategyContext _context;
    private readonly Action? _interrupt;
    private readonly IOpenBook _book;
    private readonly WatchedThread? _watch;
    private readonly BarWindow? _ownBars;
    private readonly Action _onBar;
    private readonly List<Signal> _signals = [];
    private readonly List<ManageIntent> _intents = [];
    private IReadOnlyList<Position>? _positions;
    private IReadOnlyList<WorkingOrder>? _orders;
    private volatile bool _over;

    /// <param name="strategy">The strategy.</param>
    /// <param name="instrument">What it trades.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="book">What is open.</param>
    /// <param name="sharedBars">The session's bars, which it adds to itself; null gives the strategy a window of its own.</param>
    /// <param name="watch">Where it is called; null calls it on the session's own thread, without a limit.</param>
    public StrategySlot(NamedStrategy strategy, Instrument instrument, Timeframe timeframe, IOpenBook book, BarWindow? sharedBars, WatchedThread? watch)
    {
        Id = strategy.Id;
        Weight = strategy.Weight;
        _strategy = strategy.Strategy;
        _interrupt = strategy.Interrupt;
        _book = book;
        _watch = watch;
        _ownBars = sharedBars is null ? new BarWindow() : null;
        _context = new StrategyContext(instrument, timeframe, sharedBars ?? _ownBars!, this);
        _onBar = OnBar;
    }

    public string Id { get; }

    public double Weight { get; }

    /// <summary>Why the strategy must be taken out; null while it runs. What it emitted before does not count then.</summary>
    public StrategyFault? Fault { get; private set; }

    public IReadOnlyList<Signal> Signals => _signals;

    public IReadOnlyList<ManageIntent> Intents => _intents;

    public IReadOnlyList<Position> Positions => _over ? throw Over() : _positions ?? _book.Positions;

    public IReadOnlyList<WorkingOrder> Orders => _over ? throw Over() : _orders ?? _book.Orders;

    /// <summary>The refusal of a strategy's one signal or intent too many on a bar.</summary>
    public static InvalidOperationException TooMany(string id) => new($"{id} emitted more than {MostPerBar} signals and intents on one bar.");

    /// <summary>Runs the strategy on the bar that has just closed.</summary>
    /// <returns>Whether it emitted anything that counts.</returns>
    public bool Run(in Bar bar)
    {
        if (_watch is null)
        {
            (_positions, _orders) = (null, null);
        }
        else
        {
            (_positions, _orders) = (_book.Positions, _book.Orders);
        }

        Call(bar);
        return Fault is null && _signals.Count + _intents.Count > 0;
    }

    /// <summary>Lets the strategy see a bar of the past. It finds nothing open, for what is open now was not open then, and nothing it emits counts.</summary>
    public void Warm(in Bar bar)
    {
        (_positions, _orders) = ([], []);
        Call(bar);
    }

    public void Emit(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        RefuseTooMany();
        _signals.Add(signal);
    }

    public void Emit(ManageIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        RefuseTooMany();
        _intents.Add(intent);
    }

    private void Call(in Bar bar)
    {
        _ownBars?.Add(bar);
        if (_signals.Count + _intents.Count > 0)
        {
            _signals.Clear();
            _intents.Clear();
        }

        if (_watch is null)
        {
            CallInline();
        }
        else
        {
            CallWatched(_watch);
        }
    }

    private void CallInline()
    {
        try
        {
            OnBar();
        }
#pragma warning disable CA1031 // One strategy's bug ends that strategy, never the session.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail($"OnBar threw {ForeignException.Describe(e)}");
        }
    }

    private void CallWatched(WatchedThread watch)
    {
        CallResult result = watch.Run(_onBar, _interrupt);
        switch (result.Outcome)
        {
            case CallOutcome.Returned:
                break;
            case CallOutcome.Threw:
                Fail($"OnBar threw {result.Thrown}");
                break;
            case CallOutcome.Late:
                Fail($"OnBar did not return within {watch.Limit.TotalSeconds:0.###} s and was stopped");
                break;
            default:
                _over = true;
                Fail($"OnBar did not return within {watch.Limit.TotalSeconds:0.###} s; its thread was left behind", needsRestart: true);
                break;
        }
    }

    private void OnBar() => _strategy.OnBar(_context);

    // The lists stay as they are: a strategy that was left behind may be writing them at this moment.
    private void Fail(FormattableString why, bool needsRestart = false) => Fault = new StrategyFault(Id, FormattableString.Invariant(why), needsRestart);

    private void RefuseTooMany()
    {
        if (_over)
        {
            throw Over();
        }

        if (_signals.Count + _intents.Count >= MostPerBar)
        {
            throw TooMany(Id);
        }
    }

    private InvalidOperationException Over() => new($"{Id} was taken out of its session; its bar is over.");
}
