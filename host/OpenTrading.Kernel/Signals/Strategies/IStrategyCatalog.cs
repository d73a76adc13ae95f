using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>The strategies that can be run, as they are loaded now.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IStrategyCatalog
{
    /// <summary>All of them, by id.</summary>
    IReadOnlyList<StrategyOffer> All { get; }

    /// <summary>Ids of those that vote in the running session, in voting order.</summary>
    IReadOnlyList<string> Voting { get; }

    /// <summary>The strategy of an id.</summary>
    /// <exception cref="CapabilityException">There is none, with the nearest id; or it is disabled, with the reason.</exception>
    StrategyOffer Require(string id);
}
