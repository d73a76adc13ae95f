namespace OpenTrading.Sdk.Brokers;

/// <summary>How a broker connection stands.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerHealth
{
    /// <summary>Whether requests can be sent: connected, and everything read that happened before.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>What keeps orders from being executed, in words, such as <c>algorithmic trading is off in the terminal</c>; empty when nothing does.</summary>
    public required string Obstacle { get; init; }

    /// <summary>Time since the broker's side was heard last; null when it is not connected.</summary>
    public required TimeSpan? Silence { get; init; }

    /// <summary>Time since account, positions and orders were read last.</summary>
    public required TimeSpan SnapshotAge { get; init; }

    /// <summary>Requests that were sent and whose outcome nobody knows yet.</summary>
    public required int Unknown { get; init; }

    /// <summary>Level of the kill switch that the broker's side holds by itself, 0 to 3; 0 lets entries pass.</summary>
    public int LatchLevel { get; init; }
}
