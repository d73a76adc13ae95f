using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>Lets the strategies of a session vote, one vote each a bar.</summary>
public sealed class Ensemble(IVotingMethod method, int electorate)
{
    /// <summary>Decides on the votes of one bar.</summary>
    /// <param name="time">UTC instant of the bar's close.</param>
    /// <param name="symbol">Instrument name.</param>
    /// <param name="votes">At least one vote, in strategy order.</param>
    public Decision Decide(DateTime time, string symbol, IReadOnlyList<Vote> votes)
    {
        Tally tally = method.Count(votes, electorate);
        return new Decision(time, symbol, method.Name, tally, votes, tally.Action is { } action ? Winner(votes, action, tally) : null);
    }

    // Entry, stop and target come from one strategy whole: levels mixed from several would be a trade nobody proposed.
    private static Signal Winner(IReadOnlyList<Vote> votes, SignalAction action, Tally tally)
    {
        Vote surest = votes.Where(v => v.Signal.Action == action).MaxBy(v => v.Signal.Confidence * v.Weight)!;
        return votes.Count == 1
            ? surest.Signal
            : surest.Signal with { Confidence = tally.Confidence, Reason = $"{surest.StrategyId}: {surest.Signal.Reason} ({tally.Why})" };
    }
}
