using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Diagnosis.Health;

/// <summary>How a host is.</summary>
internal sealed record HealthResult : RecordResult
{
    /// <summary>That of the part that is worst.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Seconds since it started.</summary>
    public required long UptimeS { get; init; }

    /// <summary><c>data-only</c>, <c>paper</c> or <c>live</c>: what AI clients may do.</summary>
    public required string Mode { get; init; }

    /// <summary>0 none, 1 no entries, 2 also cancel pendings, 3 also flatten.</summary>
    public required int KillLevel { get; init; }

    /// <summary>Switches of the configuration.</summary>
    public required HealthFlags Flags { get; init; }

    /// <summary>Its parts.</summary>
    public required IReadOnlyList<ComponentHealth> Components { get; init; }
}

/// <summary>Switches of the configuration.</summary>
/// <param name="DataOnly">AI clients get data and analysis alone.</param>
/// <param name="EnableLiveTools">Live orders may be proposed.</param>
/// <param name="EnableLiveOrder">An approved live order may reach a broker.</param>
/// <param name="RequireAuth">Every caller needs a credential.</param>
internal sealed record HealthFlags(bool DataOnly, bool EnableLiveTools, bool EnableLiveOrder, bool RequireAuth);
