using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>The action with the most votes wins, each strategy counting once. Confidence: the mean of those who voted for it.</summary>
public sealed class MajorityVoting : IVotingMethod
{
    public string Name => "majority";

    public Tally Count(IReadOnlyList<Vote> votes, int electorate)
    {
        (SignalAction action, int count, double confidence)[] ranked =
        [
            .. votes.GroupBy(v => v.Signal.Action)
                .Select(g => (g.Key, g.Count(), g.Average(v => v.Signal.Confidence)))
                .OrderByDescending(g => g.Item2),
        ];

        return ranked.Length > 1 && ranked[0].count == ranked[1].count
            ? Tally.None($"tie: {ranked[0].count} votes each for {Names(ranked[0].action)} and {Names(ranked[1].action)}")
            : new Tally(ranked[0].action, ranked[0].confidence, $"{Names(ranked[0].action)} {ranked[0].count} of {votes.Count}");
    }

    private static string Names(SignalAction action) => action.ToString().ToLowerInvariant();
}
