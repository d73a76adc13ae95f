namespace OpenTrading.Kernel.Signals;

/// <summary>Turns the votes of one bar into at most one decision.</summary>
public interface IVotingMethod
{
    /// <summary>Name in configuration and journal.</summary>
    string Name { get; }

    /// <summary>Decides. A tie decides nothing.</summary>
    /// <param name="votes">Votes cast on this bar, in strategy order; at least one.</param>
    /// <param name="electorate">Number of strategies that could have voted.</param>
    /// <returns>The outcome; no action when nothing won.</returns>
    Tally Count(IReadOnlyList<Vote> votes, int electorate);
}
