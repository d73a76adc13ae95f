using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Carries out what the strategies of a view emitted on a bar: intents first, then signals, after a vote where there are several.</summary>
internal sealed class Decider(EngineBook book, RunRecorder recorder, BacktestSetup setup, Instrument instrument)
{
    private Signal? _sound;
    private Signal? _soundBefore;

    public void Decide(IReadOnlyList<StrategySlot> slots, DateTime time)
    {
        if (time < setup.TradeFrom)
        {
            return;
        }

        foreach (StrategySlot slot in slots)
        {
            foreach (ManageIntent intent in slot.Intents)
            {
                Manage(intent, time);
            }
        }

        if (slots is [{ } only])
        {
            foreach (Signal signal in only.Signals)
            {
                Lone(signal, only.Id, only.Weight, time);
            }

            return;
        }

        foreach (IReadOnlyList<Vote> votes in Ballots.Of(slots, instrument, (_, fault) => recorder.Skip(fault, time)))
        {
            Count(votes, slots.Count, time);
        }
    }

    /// <summary>The same for a strategy that walks alone: what it emitted on one bar.</summary>
    /// <param name="walk">The strategy.</param>
    /// <param name="emitted">What it emitted on a stretch with that bar.</param>
    /// <param name="bar">Index of the bar.</param>
    /// <param name="time">Its opening time, UTC.</param>
    public void Decide(StrategyWalk walk, Emissions emitted, int bar, DateTime time)
    {
        bool counts = time >= setup.TradeFrom;
        while (emitted.TakeIntent(bar) is { } intent)
        {
            if (counts)
            {
                Manage(intent, time);
            }
        }

        while (emitted.TakeSignal(bar) is { } signal)
        {
            if (counts)
            {
                Lone(signal, walk.Id, walk.Weight, time);
            }
        }
    }

    private void Manage(ManageIntent intent, DateTime time)
    {
        if (SignalCheck.Fault(intent, instrument) is { } fault)
        {
            recorder.Skip(fault, time);
        }
        else
        {
            book.Take(intent);
        }
    }

    // Nobody to vote with: what is sound is carried out. A signal without any confidence is left to the vote, which may refuse it.
    private void Lone(Signal signal, string strategy, double weight, DateTime time)
    {
        if (Fault(signal) is { } fault)
        {
            recorder.Skip(fault, time);
        }
        else if (signal.Confidence > 0)
        {
            book.Take(signal);
        }
        else
        {
            Count([new Vote(strategy, signal, weight)], 1, time);
        }
    }

    // Signals never change, and strategies that make theirs once emit the same two over and over.
    private string? Fault(Signal signal)
    {
        if (ReferenceEquals(signal, _sound) || ReferenceEquals(signal, _soundBefore))
        {
            return null;
        }

        string? fault = SignalCheck.Fault(signal, instrument);
        if (fault is null)
        {
            (_soundBefore, _sound) = (_sound, signal);
        }

        return fault;
    }

    private void Count(IReadOnlyList<Vote> votes, int electorate, DateTime time)
    {
        Decision decision = new Ensemble(setup.Voting, electorate).Decide(time, instrument.Symbol, votes);
        if (decision.Signal is { } signal)
        {
            book.Take(signal);
        }
    }
}
