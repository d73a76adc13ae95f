namespace OpenTrading.Simulation.Matching;

/// <summary>Assumptions of the matching engine.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MatchingOptions
{
    /// <summary>What happens inside a bar. Default pessimistic.</summary>
    public IntrabarModel Intrabar { get; init; }

    /// <summary>Price a trailing stop follows. Default the bar's extreme.</summary>
    public TrailSource TrailSource { get; init; }

    /// <summary>Bars by which market orders are late in bar mode. Default 0: they fill at the next open.</summary>
    public int DelayBars { get; init; }

    /// <summary>Time every order, change and cancel takes to reach the broker in tick mode. Default 0; bar mode refuses any other value.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>Seed of random slippage. Default 0.</summary>
    public ulong Seed { get; init; }
}
