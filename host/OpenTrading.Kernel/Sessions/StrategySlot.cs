using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>A strategy's place in a session: its context, and what it emitted on the current bar.</summary>
internal sealed class StrategySlot : IStrategyMarket
{
    private readonly Strategy _strategy;
    private readonly StrategyContext _context;
    private readonly SymbolBook _book;
    private readonly List<Signal> _signals = [];
    private readonly List<ManageIntent> _intents = [];

    public StrategySlot(NamedStrategy strategy, Instrument instrument, Timeframe timeframe, BarWindow bars, SymbolBook book)
    {
        Id = strategy.Id;
        Weight = strategy.Weight;
        _strategy = strategy.Strategy;
        _book = book;
        _context = new StrategyContext(instrument, timeframe, bars, this);
    }

    public string Id { get; }

    public double Weight { get; }

    /// <summary>Why the strategy was taken out; null while it runs.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<Signal> Signals => _signals;

    public IReadOnlyList<ManageIntent> Intents => _intents;

    public IReadOnlyList<Position> Positions => _book.Positions;

    public IReadOnlyList<WorkingOrder> Orders => _book.Orders;

    /// <summary>Runs the strategy on the bar that has just closed.</summary>
    /// <returns>Whether it emitted anything.</returns>
    public bool Run()
    {
        if (_signals.Count + _intents.Count > 0)
        {
            _signals.Clear();
            _intents.Clear();
        }

        try
        {
            _strategy.OnBar(_context);
        }
#pragma warning disable CA1031 // One strategy's bug ends that strategy, never the session.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail($"OnBar threw {e.GetType().Name}: {e.Message}");
        }

        return _signals.Count + _intents.Count > 0;
    }

    public void Emit(Signal signal) => _signals.Add(signal);

    public void Emit(ManageIntent intent) => _intents.Add(intent);

    private void Fail(string why)
    {
        Fault = why;
        _signals.Clear();
        _intents.Clear();
    }
}
