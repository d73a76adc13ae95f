using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>How the bridge stands.</summary>
public sealed record Mt5StatusResult : DataResult
{
    /// <summary>Whether a terminal is connected now.</summary>
    public required bool Connected { get; init; }

    /// <summary>What carries the link, and for which account.</summary>
    public required string Bridge { get; init; }

    /// <summary>Version of the expert; of this plugin while none is connected.</summary>
    public required string BridgeVersion { get; init; }

    /// <summary>Time of the last heartbeat's answer, milliseconds.</summary>
    public double? PingMs { get; init; }

    /// <summary>Time that 99 of the last 100 heartbeats stayed within, milliseconds.</summary>
    public double? PingP99Ms { get; init; }

    /// <summary>UTC time of the newest tick.</summary>
    public DateTime? LastTickAt { get; init; }

    /// <summary>Server time less UTC, seconds; null while no terminal is connected.</summary>
    public long? ServerOffsetS { get; init; }

    /// <summary>Requests without an answer yet.</summary>
    public required int Queue { get; init; }

    /// <summary>Events that never came, since the link began.</summary>
    public long? MissingEvents { get; init; }

    /// <summary>Ticks that the terminal left out because the host was behind.</summary>
    public long? DroppedTicks { get; init; }

    /// <summary>Why the last link ended, or why there is none.</summary>
    public string? LastError { get; init; }
}
