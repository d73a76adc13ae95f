using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Sessions;

/// <summary>What the strategies of a bar put to the vote.</summary>
internal static class Ballots
{
    /// <summary>
    /// The votes to be counted together. A strategy that runs alone may place several orders on a bar, each decided for itself, for there is nobody
    /// to vote with; of several strategies each has one vote, its surest signal.
    /// </summary>
    /// <param name="slots">Those that run, in voting order.</param>
    /// <param name="instrument">What they trade.</param>
    /// <param name="skip">Told of every signal that is none, with its strategy and the reason.</param>
    public static IEnumerable<IReadOnlyList<Vote>> Of(IReadOnlyList<StrategySlot> slots, Instrument instrument, Action<StrategySlot, string> skip)
    {
        if (slots is [{ } only])
        {
            return Usable(only, instrument, skip).Select(signal => (IReadOnlyList<Vote>)[new Vote(only.Id, signal, only.Weight)]);
        }

        List<Vote> votes = [];
        foreach (StrategySlot slot in slots)
        {
            if (Usable(slot, instrument, skip).MaxBy(s => s.Confidence) is { } signal)
            {
                votes.Add(new Vote(slot.Id, signal, slot.Weight));
            }
        }

        return votes.Count > 0 ? [votes] : [];
    }

    private static List<Signal> Usable(StrategySlot slot, Instrument instrument, Action<StrategySlot, string> skip)
    {
        var usable = new List<Signal>(slot.Signals.Count);
        foreach (Signal signal in slot.Signals)
        {
            if (SignalCheck.Fault(signal, instrument) is { } fault)
            {
                skip(slot, fault);
            }
            else
            {
                usable.Add(signal);
            }
        }

        return usable;
    }
}
