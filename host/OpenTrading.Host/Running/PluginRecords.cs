using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Running;

/// <summary>What the journal keeps of plugins: which code ran when, and why some did not.</summary>
internal static class PluginRecords
{
    /// <summary>Every plugin at the start.</summary>
    public static JournalArray All(PluginCatalog catalog) => JournalArray.From(catalog.Plugins, p => Of(p));

    /// <summary>One of which a part failed while it ran.</summary>
    public static JournalPayload Failure(Plugin plugin) => new() { ["plugin"] = plugin.Id, ["now"] = Of(plugin) };

    /// <summary>What became of one.</summary>
    public static JournalPayload Change(PluginChange change) => new()
    {
        ["plugin"] = change.Id,
        ["effect"] = change switch
        {
            { HasTakenEffect: false } => "none",
            { Next: null } => "unloaded",
            { Old: null } => "loaded",
            _ => "replaced",
        },
        ["why"] = change.Why,
        ["now"] = change.Next is { } next ? Of(next) : JournalValue.Null,
    };

    private static JournalPayload Of(Plugin plugin) => new()
    {
        ["id"] = plugin.Id,
        ["state"] = plugin.State.ToString(),
        ["version"] = plugin.Version,
        ["sha256"] = plugin.Sha256,
        ["why"] = plugin.Why,
    };
}
