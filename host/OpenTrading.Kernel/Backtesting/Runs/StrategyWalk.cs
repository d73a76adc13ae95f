using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>
/// A strategy that walks along recorded bars ahead of the engine. What it emits is taken down with its bar, to be carried out when the engine gets
/// there: at the end of a stretch, or when the strategy looks at what is open.
/// </summary>
internal sealed class StrategyWalk : IStrategyMarket
{
    private readonly Strategy _strategy;
    private readonly StrategyContext _context;
    private readonly BarWindow _bars;
    private readonly IOpenBook _book;
    private int _lastBar = -1;
    private int _onLastBar;

    /// <param name="strategy">The strategy.</param>
    /// <param name="instrument">What it trades.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="bars">Its way. Of its own.</param>
    /// <param name="book">What is open at the bar it sees.</param>
    public StrategyWalk(NamedStrategy strategy, Instrument instrument, Timeframe timeframe, BarWindow bars, IOpenBook book)
    {
        (Id, Weight, _strategy, _book, _bars) = (strategy.Id, strategy.Weight, strategy.Strategy, book, bars);
        _context = new StrategyContext(instrument, timeframe, _bars, this);
    }

    public string Id { get; }

    public double Weight { get; }

    /// <summary>Bars it has seen, the one it sees at this moment included.</summary>
    public int Seen => (int)_bars.Seen;

    /// <summary>What it emitted and nobody took yet.</summary>
    public Emissions Emitted { get; private set; } = new();

    /// <summary>Why it must be taken out on the last bar seen; null while it runs.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<Position> Positions => _book.Positions;

    public IReadOnlyList<WorkingOrder> Orders => _book.Orders;

    /// <summary>Walks on until it has seen <paramref name="to"/> bars, or fails. What it emits on the bar of its failure does not count.</summary>
    public void Run(int to)
    {
        BarWindow bars = _bars;
        Strategy strategy = _strategy;
        StrategyContext context = _context;
        try
        {
            // One guard around many bars, not around each: entering it costs as much as a small strategy.
            for (int left = to - Seen; left > 0; left--)
            {
                bars.Advance();
                strategy.OnBar(context);
            }
        }
#pragma warning disable CA1031 // One strategy's bug ends that strategy, never the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fault = $"OnBar threw {ForeignException.Describe(e)}";
            Emitted.Drop(Seen - 1);
        }
    }

    /// <summary>Hands over what was emitted, and takes down what follows elsewhere.</summary>
    /// <param name="empty">Where. Holds nothing.</param>
    public Emissions Exchange(Emissions empty)
    {
        Emissions emitted = Emitted;
        Emitted = empty;
        return emitted;
    }

    public void Emit(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Emitted.Add(Count(), signal);
    }

    public void Emit(ManageIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        Emitted.Add(Count(), intent);
    }

    private int Count()
    {
        int bar = Seen - 1;
        _onLastBar = bar == _lastBar ? _onLastBar + 1 : 1;
        _lastBar = bar;
        return _onLastBar <= StrategySlot.MostPerBar ? bar : throw StrategySlot.TooMany(Id);
    }
}
