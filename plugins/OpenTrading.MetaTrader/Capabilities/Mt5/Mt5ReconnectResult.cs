using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>What became of the link.</summary>
public sealed record Mt5ReconnectResult : DataResult
{
    /// <summary>Whether a terminal is connected again.</summary>
    public required bool Connected { get; init; }

    /// <summary>Time of the first heartbeat's answer, milliseconds.</summary>
    public double? PingMs { get; init; }

    /// <summary>Why there is no link.</summary>
    public string? LastError { get; init; }
}
