using System.ComponentModel;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Diagnosis.Health;

/// <summary>Whether a host is well.</summary>
/// <param name="look">Looks at its parts.</param>
/// <param name="flags">Switches of the configuration.</param>
/// <param name="mode">What AI clients may do.</param>
/// <param name="kill">The emergency stop.</param>
/// <param name="wall">The wall clock.</param>
internal sealed class HealthCapabilities(Func<IEnumerable<ComponentHealth>> look, HealthFlags flags, AccessMode mode, IKillLevel kill, TimeProvider wall)
{
    private readonly long _started = wall.GetTimestamp();

    /// <summary>Whether it is well.</summary>
    [Capability("health", "system", Effect.Read, "GET /health")]
    [Description("Whether the host and its parts are well; mode, kill level, switches.")]
    public HealthResult Health()
    {
        ComponentHealth[] components = [.. look()];
        HealthStatus status = components.Max(c => c.Status);
        ComponentHealth[] amiss = [.. components.Where(c => c.Status != HealthStatus.Ok)];
        return new HealthResult
        {
            Summary = amiss.Length == 0
                ? $"All {components.Length} parts are well; mode {mode.Name}, kill level {kill.Level}."
                : $"The host is {(status == HealthStatus.Down ? "down" : "degraded")}: {string.Join("; ", amiss.Select(c => $"{c.Name}: {c.Detail}"))}",
            AsOf = wall.GetUtcNow().UtcDateTime,
            Status = status,
            Version = HostVersion.Text,
            UptimeS = (long)wall.GetElapsedTime(_started).TotalSeconds,
            Mode = mode.Name,
            KillLevel = kill.Level,
            Flags = flags,
            Components = components,
        };
    }
}
