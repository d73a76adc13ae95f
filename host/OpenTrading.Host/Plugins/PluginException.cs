namespace OpenTrading.Host.Plugins;

/// <summary>A plugin cannot be used, or a part of it is asked for in a wrong way. The message is one line with the remedy.</summary>
internal sealed class PluginException(string message) : Exception(message)
{
    /// <summary>Whether code of it still runs, on a thread that only a restart ends.</summary>
    public bool NeedsRestart { get; init; }
}
