using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>
/// Strategies on one instrument and timeframe, voting on every closed bar; what they decide goes to the order desk. Backtest, replay, paper and
/// live run this same code; they differ in where bars, time and fills come from.
/// </summary>
/// <threadsafety>Single-threaded: one caller, one bar at a time.</threadsafety>
public sealed class Session
{
    private readonly SessionSetup _setup;
    private readonly List<StrategySlot> _slots;
    private readonly BarWindow _bars;
    private readonly SymbolBook _book;
    private readonly OrderPlanner _planner;
    private readonly CurrencyConverter _rates;
    private readonly string _keySymbol;
    private readonly List<(string Id, string Why)> _faulted = [];
    private Ensemble _ensemble;

    /// <summary>A session ready for its first bar.</summary>
    public Session(SessionSetup setup)
    {
        _setup = setup;
        _bars = new BarWindow();
        _book = new SymbolBook(setup.Broker, setup.Instrument.Symbol);
        _slots = [.. setup.Strategies.Select(s => new StrategySlot(s, setup.Instrument, setup.Timeframe, _bars, _book))];
        _planner = new OrderPlanner(setup.Instrument, setup.Sizer);
        _rates = new CurrencyConverter(setup.Broker.Quote);
        _keySymbol = IdempotencyKey.Part(setup.Instrument.Symbol);
        _ensemble = new Ensemble(setup.Voting, _slots.Count);
    }

    /// <summary>Raised for every decision of the ensemble, also for ties.</summary>
    public event Action<Decision>? Decided;

    /// <summary>Raised for every order the desk answered.</summary>
    public event Action<Order>? Ordered;

    /// <summary>Raised when a signal or intent led to no order, with its reason.</summary>
    public event Action<string>? Skipped;

    /// <summary>Ids of the strategies that were taken out, with the reason.</summary>
    public IReadOnlyList<(string Id, string Why)> Faulted => _faulted;

    /// <summary>Lets strategies see a bar of the past: nothing they emit counts.</summary>
    public void Warm(in Bar bar)
    {
        _bars.Add(bar);
        foreach (StrategySlot slot in _slots)
        {
            slot.Run();
        }
    }

    /// <summary>Runs one closed bar: first what it did to the account, then what the strategies make of it.</summary>
    public void OnBar(in Bar bar)
    {
        _setup.Clock.MoveTo(bar.Time);
        _setup.Desk.Advance(bar.Time);
        _setup.Market.OnBar(bar);
        _setup.Clock.MoveTo(bar.Time + _setup.Timeframe.Length());
        _bars.Add(bar);
        _book.Forget();

        bool emitted = false;
        foreach (StrategySlot slot in _slots)
        {
            emitted |= slot.Fault is null && slot.Run();
        }

        if (emitted)
        {
            Decide(bar.Time);
        }

        if (_slots.Exists(s => s.Fault is not null))
        {
            RemoveFaulted();
        }
    }

    private void Decide(DateTime barTime)
    {
        string keyPrefix = string.Create(CultureInfo.InvariantCulture, $"{_keySymbol}.{_setup.Timeframe}.{barTime:yyyyMMddTHHmm}");
        Manage(keyPrefix);

        if (_slots is [{ } only])
        {
            // A strategy that runs alone may place several orders on a bar; there is nobody to vote with.
            int n = 0;
            foreach (Signal signal in Usable(only))
            {
                Vote([new Vote(only.Id, signal, only.Weight)], $"{keyPrefix}.{n++}");
            }

            return;
        }

        List<Vote> votes = [];
        foreach (StrategySlot slot in _slots)
        {
            if (Usable(slot).MaxBy(s => s.Confidence) is { } signal)
            {
                votes.Add(new Vote(slot.Id, signal, slot.Weight));
            }
        }

        if (votes.Count > 0)
        {
            Vote(votes, keyPrefix);
        }
    }

    private List<Signal> Usable(StrategySlot slot)
    {
        var usable = new List<Signal>(slot.Signals.Count);
        foreach (Signal signal in slot.Signals)
        {
            if (SignalCheck.Fault(signal) is { } fault)
            {
                Skip($"strategy:{slot.Id}", fault);
            }
            else
            {
                usable.Add(signal);
            }
        }

        return usable;
    }

    private void Vote(IReadOnlyList<Vote> votes, string keyPrefix)
    {
        Decision decision = _ensemble.Decide(_setup.Clock.Now, _setup.Instrument.Symbol, votes);
        _setup.Journal.Append("host", "signal.decided", SessionRecords.Decision(decision, _setup.Timeframe), Durability.Buffered);
        Decided?.Invoke(decision);
        if (decision.Signal is not { } signal || _setup.Broker.Quote(_setup.Instrument.Symbol) is not { } quote)
        {
            return;
        }

        string proposer = votes.Count == 1 ? $"strategy:{votes[0].StrategyId}" : "strategy:ensemble";
        Submit(_planner.Plan(signal, proposer, keyPrefix, quote, _setup.Broker.Snapshot(), _rates, out string skipped));
        Skip(proposer, skipped);
    }

    private void Manage(string keyPrefix)
    {
        foreach (StrategySlot slot in _slots)
        {
            for (int i = 0; i < slot.Intents.Count && _setup.Broker.Quote(_setup.Instrument.Symbol) is { } quote; i++)
            {
                string proposer = $"strategy:{slot.Id}";
                if (SignalCheck.Fault(slot.Intents[i]) is { } fault)
                {
                    Skip(proposer, fault);
                    continue;
                }

                Submit(_planner.Plan(slot.Intents[i], proposer, $"{keyPrefix}.m{i}", quote, _setup.Broker.Snapshot(), out string skipped));
                Skip(proposer, skipped);
            }
        }
    }

    private void Submit(IReadOnlyList<OrderIntent> intents)
    {
        foreach (OrderIntent intent in intents)
        {
            Ordered?.Invoke(_setup.Desk.Submit(intent));
        }
    }

    private void Skip(string proposer, string why)
    {
        if (why.Length > 0)
        {
            _setup.Journal.Append("host", "signal.skipped", SessionRecords.Skipped(proposer, _setup.Instrument.Symbol, why), Durability.Buffered);
            Skipped?.Invoke($"{proposer}: {why}");
        }
    }

    private void RemoveFaulted()
    {
        foreach (StrategySlot slot in _slots.Where(s => s.Fault is not null))
        {
            _setup.Journal.Append("host", "strategy.disabled", SessionRecords.Disabled(slot.Id, slot.Fault!), Durability.Buffered);
            _faulted.Add((slot.Id, slot.Fault!));
            Skipped?.Invoke($"{slot.Id} is disabled: {slot.Fault}");
        }

        _slots.RemoveAll(s => s.Fault is not null);
        _ensemble = new Ensemble(_setup.Voting, Math.Max(1, _slots.Count));
    }
}
