using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Host.Configuration;
using OpenTrading.Sdk.Naming;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Plugins.Tending;

/// <summary>What can be asked about plugins, and what operators do with them.</summary>
/// <param name="plugins">The plugins.</param>
/// <param name="configuration">Pins, and plugins without which the host does not start.</param>
/// <param name="time">The wall clock.</param>
internal sealed class PluginCapabilities(PluginSet plugins, HostConfiguration configuration, TimeProvider time)
{
    /// <summary>Lists plugins.</summary>
    [Capability("list_plugins", "system", Effect.Read, "GET /plugins", Errors = [ErrorCode.NotFound])]
    [Description("Plugins and scripts with state and errors; one in full by pluginId.")]
    public PluginListing ListPlugins(string? pluginId = null, PluginKind? kind = null)
    {
        Plugin[] found = [.. plugins.Catalog.Plugins.Where(p => (pluginId is null || p.Id == pluginId) && (kind is null || p.File.Kind == kind))];
        if (pluginId is not null && found.Length == 0)
        {
            throw Missing(pluginId);
        }

        int amiss = found.Count(p => p.State != PluginState.Loaded);
        return new PluginListing
        {
            Summary = pluginId is null ? $"{found.Length} plugins, {amiss} of them not wholly in use." : $"{pluginId} is {Word(found[0].State)}{(found[0].Why is "" ? "." : $": {found[0].Why}")}",
            AsOf = Now,
            Plugins = [.. found.Select(PluginCard.Of)],
            Detail = pluginId is null ? null : PluginDetail.Of(found[0]),
        };
    }

    /// <summary>Tries a plugin.</summary>
    [Capability("validate_plugin", "system", Effect.Compute, "POST /plugins/validate", Errors = [ErrorCode.NotFound])]
    [Description("Compiles and checks a plugin or script on disk without using it.")]
    public PluginValidated ValidatePlugin(string pluginId) => PluginValidated.Of(plugins.Try(pluginId) ?? throw Missing(pluginId), Now);

    /// <summary>Reads a plugin anew.</summary>
    [Capability("reload_plugin", "system", Effect.Operate, "POST /plugins/{pluginId}/reload", Errors = [ErrorCode.NotFound, ErrorCode.IntegrityFailed])]
    [Description("Reads one plugin anew and exchanges it under the running host.")]
    public PluginReloaded ReloadPlugin(string pluginId, [StringLength(500)] string why)
    {
        RequireIntact(pluginId);
        PluginChange change = plugins.Reload(pluginId);
        Plugin? now = plugins.Catalog.Find(pluginId);
        return new PluginReloaded
        {
            Summary = Say(pluginId, change, $"{pluginId} is {(now is null ? "gone" : Word(now.State))} in version {now?.Version}."),
            AsOf = Now,
            State = now?.State ?? PluginState.Refused,
            OldVersion = change.Old?.Version,
            NewVersion = change.Next?.Version,
            ToolsChanged = ToolsChanged(change),
        };
    }

    /// <summary>Switches a plugin on or off.</summary>
    [Capability("set_plugin_enabled", "system", Effect.Operate, "POST /plugins/{pluginId}/enabled", Errors = [ErrorCode.NotFound, ErrorCode.IntegrityFailed])]
    [Description("Switches a plugin on or off, also for later starts.")]
    public PluginSwitched SetPluginEnabled(string pluginId, bool enabled, [StringLength(500)] string why)
    {
        if (!enabled && configuration.Plugins.Required.Contains(pluginId))
        {
            throw new CapabilityException(ErrorCode.NotPermitted, $"{pluginId} is one of plugins.required: the host does not start without it", "Take it out of that list first, and restart.");
        }

        if (enabled)
        {
            RequireIntact(pluginId);
        }

        _ = Known(pluginId);
        PluginChange change = plugins.Switch(pluginId, enabled);
        return new PluginSwitched
        {
            Summary = Say(pluginId, change, $"{pluginId} is switched {(enabled ? "on" : "off")}, also for later starts."),
            AsOf = Now,
            State = plugins.Catalog.Find(pluginId)?.State ?? PluginState.Refused,
            ToolsChanged = ToolsChanged(change),
        };
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Word(PluginState state) => state switch
    {
        PluginState.RestartNeeded => "waiting for a restart",
        PluginState.SwitchedOff => "switched off",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Say(string pluginId, PluginChange change, string done) => change.Why is "" ? done : $"{pluginId}: {change.Why}";

    private static string[] ToolsChanged(PluginChange change)
    {
        Dictionary<string, string> old = Tools(change.Old);
        Dictionary<string, string> next = Tools(change.Next);
        return change.HasTakenEffect ? [.. old.Keys.Union(next.Keys).Where(t => old.GetValueOrDefault(t) != next.GetValueOrDefault(t)).Order(StringComparer.Ordinal)] : [];
    }

    private static Dictionary<string, string> Tools(Plugin? plugin) =>
        plugin?.Offers.Capabilities.ToDictionary(c => c.Name, c => $"{c.Declaration.Route}{c.Description}{c.InputSchema.ToJsonString()}", StringComparer.Ordinal) ?? [];

    // What was pinned and is not what lies there is no new version: somebody changed what was read and trusted.
    private void RequireIntact(string pluginId)
    {
        Plugin seen = Known(pluginId);
        if (configuration.Pins.TryGetValue(pluginId, out string? pin) && !string.Equals(pin, seen.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new CapabilityException(ErrorCode.IntegrityFailed, $"{pluginId}: {seen.Why}", "Restore the pinned files; what was loaded stays in use.");
        }
    }

    private Plugin Known(string pluginId) => plugins.Examine(pluginId) ?? plugins.Catalog.Find(pluginId) ?? throw Missing(pluginId);

    private CapabilityException Missing(string pluginId) => new(
        ErrorCode.NotFound,
        $"There is no plugin '{pluginId}'",
        Suggestion.Nearest(pluginId, plugins.Catalog.Plugins.Select(p => p.Id)) is { } guess ? $"Did you mean {guess}?" : "List them with list_plugins.");
}
