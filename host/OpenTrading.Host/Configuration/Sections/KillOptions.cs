using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>The kill switch.</summary>
internal sealed record KillOptions
{
    [ConfigKey("initial_level", "level at the very first start", Min = 0, Max = 3, SeedName = "KILL_SWITCH_ACTIVE")]
    public int InitialLevel { get; init; }

    [ConfigKey("on_loss", "level when a loss limit is reached", Min = 1, Max = 3)]
    public int OnLoss { get; init; } = 2;

    [ConfigKey("heartbeat_s", "seconds without the terminal's heartbeat until level 1, on live", Min = 5, Max = 600)]
    public int HeartbeatSeconds { get; init; } = 60;
}
