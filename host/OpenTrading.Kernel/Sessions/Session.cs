using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
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
    private readonly Roster _roster;
    private readonly SymbolBook _book;
    private readonly OrderPlanner _planner;
    private readonly CurrencyConverter _rates;
    private readonly string _keySeries;
    private Ensemble _ensemble;

    /// <summary>A session ready for its first bar.</summary>
    public Session(SessionSetup setup)
    {
        _setup = setup with { Strategies = [] };
        _book = new SymbolBook(setup.Broker, setup.Instrument.Symbol);
        _roster = new Roster(setup.Strategies, setup.Instrument, setup.Timeframe, _book, setup.Watch);
        _planner = new OrderPlanner(setup.Instrument, setup.Sizer);
        _rates = new CurrencyConverter(setup.Broker.Quote);
        _keySeries = $"{IdempotencyKey.Part(setup.Instrument.Symbol)}.{setup.Timeframe}{setup.Mark}";
        _ensemble = NewEnsemble();
    }

    /// <summary>Raised for every decision of the ensemble, also for ties.</summary>
    public event Action<Decision>? Decided;

    /// <summary>Raised for every order the desk answered.</summary>
    public event Action<Order>? Ordered;

    /// <summary>Raised when a signal or intent led to no order, with its reason.</summary>
    public event Action<string>? Skipped;

    /// <summary>Raised for every strategy that was taken out.</summary>
    public event Action<StrategyFault>? Disabled;

    /// <summary>Strategies that were taken out and not replaced since, oldest first. May be read from any thread.</summary>
    public IReadOnlyList<StrategyFault> Faulted => _roster.Faulted;

    /// <summary>Id of the strategy whose code is running at this moment; null between the calls. May be read from any thread.</summary>
    public string? Calling => _roster.Calling;

    /// <summary>Lets strategies see a bar of the past: nothing they emit counts.</summary>
    public void Warm(in Bar bar)
    {
        _setup.Exits?.Warm(_setup.Instrument, bar);
        Report(_roster.Warm(bar));
    }

    /// <summary>Runs one closed bar: first what it did to the account, then what the strategies make of it.</summary>
    public void OnBar(in Bar bar)
    {
        _setup.Clock.MoveTo(bar.Time);
        _setup.Desk.Advance(bar.Time);
        _setup.Market.OnBar(_setup.Instrument, bar);
        Think(bar, bar.Time + _setup.Timeframe.Length());
    }

    /// <summary>Second half of <see cref="OnBar"/>: what the strategies make of a bar that others have brought the account through.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="now">UTC instant at which they see it: its close, or later where no price showed before that it was over.</param>
    public void Think(in Bar bar, DateTime now)
    {
        _setup.Clock.MoveTo(now);
        _setup.Exits?.OnBar(_setup.Instrument, bar, _setup.Clock.Now);
        _book.Forget();

        bool emitted = _roster.Run(bar, out IReadOnlyList<StrategyFault> failed);
        Report(failed);
        if (emitted)
        {
            Decide(bar.Time);
        }
    }

    /// <summary>Adds a strategy, last in voting order, once it has seen the bars the session still holds. Between two bars only, as all that follows.</summary>
    /// <param name="next">The strategy.</param>
    /// <param name="version">What it is made of.</param>
    /// <param name="why">Why it comes.</param>
    /// <returns>Null when it votes from the next bar on; else what it did wrong on the past bars, and it is not in.</returns>
    /// <exception cref="ArgumentException">The id is taken.</exception>
    public StrategyFault? Add(NamedStrategy next, StrategyVersion version, string why) => _roster.Has(next.Id)
        ? throw new ArgumentException($"Strategy {next.Id} is in this session already; replace it.", nameof(next))
        : Seat(next, "strategy.added", version, why);

    /// <summary>
    /// Puts a new version of a strategy into its place in the vote, also after it was taken out, once it has seen the bars the session still
    /// holds. Positions and orders are the account's and stay untouched.
    /// </summary>
    /// <param name="next">The new version, under the same id.</param>
    /// <param name="version">What it is made of.</param>
    /// <param name="why">Why it comes.</param>
    /// <returns>Null when it votes from the next bar on; else what it did wrong on the past bars, and everything is as before.</returns>
    /// <exception cref="ArgumentException">No strategy of this session has the id.</exception>
    public StrategyFault? Replace(NamedStrategy next, StrategyVersion version, string why)
    {
        RequireKnown(next.Id);
        return Seat(next, "strategy.replaced", version, why);
    }

    /// <summary>Takes a strategy out for good. A session without strategies goes on and decides nothing.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="why">Why it goes.</param>
    /// <exception cref="ArgumentException">No strategy of this session has the id.</exception>
    public void Remove(string id, string why)
    {
        RequireKnown(id);
        _roster.Remove(id);
        _ensemble = NewEnsemble();
        _setup.Journal.Append("host", "strategy.removed", SessionRecords.Removed(id, why), Durability.Buffered);
    }

    private void Decide(DateTime barTime)
    {
        string keyPrefix = string.Create(CultureInfo.InvariantCulture, $"{_keySeries}.{barTime:yyyyMMddTHHmm}");
        Manage(keyPrefix);

        int n = 0;
        bool alone = _roster.Slots.Count == 1;
        foreach (IReadOnlyList<Vote> votes in Ballots.Of(_roster.Slots, _setup.Instrument, (slot, fault) => Skip($"strategy:{slot.Id}", fault)))
        {
            Vote(votes, alone ? $"{keyPrefix}.{n++}" : keyPrefix);
        }
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
        foreach (StrategySlot slot in _roster.Slots)
        {
            for (int i = 0; i < slot.Intents.Count && _setup.Broker.Quote(_setup.Instrument.Symbol) is { } quote; i++)
            {
                string proposer = $"strategy:{slot.Id}";
                if (SignalCheck.Fault(slot.Intents[i], _setup.Instrument) is { } fault)
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
            // Apart: an order goes out whether or not anybody listens.
            Order order = _setup.Desk.Submit(intent);
            Ordered?.Invoke(order);
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

    private StrategyFault? Seat(NamedStrategy next, string record, StrategyVersion version, string why)
    {
        if (_roster.Seat(next) is { } fault)
        {
            _setup.Journal.Append("host", "strategy.refused", SessionRecords.Refused(fault, version), Durability.Buffered);
            return fault;
        }

        _ensemble = NewEnsemble();
        _setup.Journal.Append("host", record, SessionRecords.Seated(next.Id, version, why), Durability.Buffered);
        return null;
    }

    private void RequireKnown(string id)
    {
        if (!_roster.Has(id))
        {
            throw new ArgumentException($"No strategy of this session has the id {id}.", nameof(id));
        }
    }

    private void Report(IReadOnlyList<StrategyFault> failed)
    {
        if (failed.Count == 0)
        {
            return;
        }

        _ensemble = NewEnsemble();
        foreach (StrategyFault fault in failed)
        {
            _setup.Journal.Append("host", "strategy.disabled", SessionRecords.Disabled(fault), Durability.Buffered);
            Disabled?.Invoke(fault);
        }
    }

    private Ensemble NewEnsemble() => new(_setup.Voting, Math.Max(1, _roster.Slots.Count));
}
