using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>What is loaded from the home's <c>plugins/</c> and <c>strategies/</c>, and how it is watched over. Pins stand in <c>[plugins.pins]</c>.</summary>
internal sealed record PluginsOptions
{
    [ConfigKey("watch", "whether a running host loads a plugin or script anew when it changes")]
    public bool Watch { get; init; } = true;

    [ConfigKey("required", "ids of plugins without which the host does not start")]
    public string[] Required { get; init; } = [];

    [ConfigKey("require_pins", "whether a plugin of the home without a pin is refused")]
    public bool RequirePins { get; init; }

    [ConfigKey("bar_limit_ms", "how long a strategy may take for one bar before it is taken out, in milliseconds", Min = 50, Max = 600_000)]
    public int BarLimitMs { get; init; } = 2000;
}
