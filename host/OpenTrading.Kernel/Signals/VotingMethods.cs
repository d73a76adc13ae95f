namespace OpenTrading.Kernel.Signals;

/// <summary>The voting methods by name.</summary>
public static class VotingMethods
{
    /// <summary>All methods.</summary>
    public static IReadOnlyList<IVotingMethod> All { get; } = [new WeightedVoting(), new MajorityVoting(), new UnanimousVoting()];

    /// <summary>The method called <paramref name="name"/>; null when there is none.</summary>
    public static IVotingMethod? Find(string name) => All.FirstOrDefault(m => m.Name == name);
}
