using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Carries out what the strategies of a view emitted on a bar: intents first, then signals, after a vote where there are several.</summary>
internal sealed class Decider(EngineBook book, RunRecorder recorder, BacktestSetup setup, string symbol)
{
    public void Decide(IReadOnlyList<StrategySlot> slots, DateTime time)
    {
        foreach (StrategySlot slot in slots)
        {
            for (int i = 0; i < slot.Intents.Count; i++)
            {
                if (SignalCheck.Fault(slot.Intents[i]) is { } fault)
                {
                    recorder.Skip(fault);
                }
                else
                {
                    book.Take(slot.Intents[i]);
                }
            }
        }

        if (slots is [{ } only])
        {
            Lone(only, time);
            return;
        }

        foreach (IReadOnlyList<Vote> votes in Ballots.Of(slots, (_, fault) => recorder.Skip(fault)))
        {
            Count(votes, slots.Count, time);
        }
    }

    // Nobody to vote with: what is sound is carried out. A signal without any confidence is left to the vote, which may refuse it.
    private void Lone(StrategySlot slot, DateTime time)
    {
        for (int i = 0; i < slot.Signals.Count; i++)
        {
            Signal signal = slot.Signals[i];
            if (SignalCheck.Fault(signal) is { } fault)
            {
                recorder.Skip(fault);
            }
            else if (signal.Confidence > 0)
            {
                book.Take(signal);
            }
            else
            {
                Count([new Vote(slot.Id, signal, slot.Weight)], 1, time);
            }
        }
    }

    private void Count(IReadOnlyList<Vote> votes, int electorate, DateTime time)
    {
        Decision decision = new Ensemble(setup.Voting, electorate).Decide(time, symbol, votes);
        if (decision.Signal is { } signal)
        {
            book.Take(signal);
        }
    }
}
