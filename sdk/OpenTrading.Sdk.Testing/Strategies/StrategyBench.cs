using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Strategies;

/// <summary>
/// Feeds bars to one strategy and keeps what it emits. It holds at most one position, which follows the market signals without costs; pending
/// entries are kept as emissions and never fill.
/// </summary>
/// <threadsafety>Not safe; one run on one thread.</threadsafety>
public sealed class StrategyBench : IStrategyMarket
{
    private readonly BarWindow _bars;
    private readonly Strategy _strategy;
    private readonly StrategyContext _context;
    private readonly BenchPosition _position;
    private readonly List<Emission> _emissions = [];

    /// <summary>A bench for one run of a strategy.</summary>
    /// <param name="strategy">A fresh strategy.</param>
    /// <param name="instrument">What it trades.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="window">Bars it can look back on. Default 1024, as in a session.</param>
    public StrategyBench(Strategy strategy, Instrument instrument, Timeframe timeframe, int window = 1024)
    {
        _strategy = strategy;
        _bars = new BarWindow(window);
        _position = new BenchPosition(instrument);
        _context = new StrategyContext(instrument, timeframe, _bars, this);
    }

    /// <summary>Everything emitted so far, in order.</summary>
    public IReadOnlyList<Emission> Emissions => _emissions;

    /// <summary>The signals emitted so far, in order.</summary>
    public IEnumerable<Signal> Signals => _emissions.Select(emission => emission.Signal).OfType<Signal>();

    /// <inheritdoc/>
    public IReadOnlyList<Position> Positions => _position.Open;

    /// <inheritdoc/>
    public IReadOnlyList<WorkingOrder> Orders => [];

    /// <summary>Closes bars, one after the other.</summary>
    /// <param name="bars">Oldest first, later than those before.</param>
    /// <returns>This bench.</returns>
    public StrategyBench Run(IEnumerable<Bar> bars)
    {
        foreach (Bar bar in bars)
        {
            _bars.Add(bar);
            _position.Mark(bar);
            int known = _emissions.Count;
            _strategy.OnBar(_context);

            // Fills come after the bar: what a strategy sees must not change while it looks.
            for (int i = known; i < _emissions.Count; i++)
            {
                Fill(_emissions[i], bar);
            }
        }

        return this;
    }

    void IStrategyMarket.Emit(Signal signal) => Keep(signal, null);

    void IStrategyMarket.Emit(ManageIntent intent) => Keep(null, intent);

    private void Keep(Signal? signal, ManageIntent? intent) =>
        _emissions.Add(new Emission((int)_bars.Seen - 1, _bars.Latest.Time, _bars.Latest.Close, signal, intent));

    private void Fill(Emission emission, in Bar bar)
    {
        if (emission.Signal is { } signal)
        {
            _position.Take(signal, bar);
        }
        else
        {
            _position.Take(emission.Intent!);
        }
    }
}
