using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>Every strategy must vote, and all for the same action. Confidence: that of the least sure.</summary>
public sealed class UnanimousVoting : IVotingMethod
{
    public string Name => "unanimous";

    public Tally Count(IReadOnlyList<Vote> votes, int electorate)
    {
        SignalAction action = votes[0].Signal.Action;
        if (votes.Count < electorate)
        {
            return Tally.None($"{votes.Count} of {electorate} strategies voted");
        }

        return votes.All(v => v.Signal.Action == action)
            ? new Tally(action, votes.Min(v => v.Signal.Confidence), $"all {electorate} agree")
            : Tally.None("the strategies disagree");
    }
}
