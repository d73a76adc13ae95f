using System.Runtime.Loader;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Plugins;

/// <summary>A plugin as it stands: where it comes from, what it is, what it offers, and why it is not in use.</summary>
internal sealed record Plugin(PluginFile File)
{
    public string Id => File.Id;

    public PluginState State { get; init; }

    /// <summary>What is wrong, with the remedy; empty when nothing is.</summary>
    public string Why { get; init; } = "";

    /// <summary>What is wrong with a script, with places; empty where nothing is, or it is none.</summary>
    public IReadOnlyList<ScriptError> Errors { get; init; } = [];

    /// <summary>Its own version; of a script the first digits of its hash.</summary>
    public string Version { get; init; } = "";

    /// <summary>SDK it was built against.</summary>
    public string SdkVersion { get; init; } = "";

    /// <summary>Hash of all its files: what a pin names.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Files that a script consists of: it changes with each of them. Empty for an assembly, and for a script that could not be read.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public PluginOffers Offers { get; init; } = PluginOffers.None;

    /// <summary>How loops of its code are stopped; null where that is impossible.</summary>
    public Action? Interrupt { get; init; }

    /// <summary>Where its code lives. A context that nobody holds begins to unload at the next collection and loads nothing any more.</summary>
    public AssemblyLoadContext? Context { get; init; }

    /// <summary>Private copy that it is loaded from; null when it is loaded in place.</summary>
    public string? Shadow { get; init; }

    /// <summary>Whether code of it, or of an earlier version, still runs on a thread that was left behind.</summary>
    public bool HasLeftThread { get; init; }

    /// <summary>Whether its parts may be used.</summary>
    public bool IsUsable => State is not (PluginState.Refused or PluginState.SwitchedOff or PluginState.LeftOut) && (State != PluginState.RestartNeeded || Context is not null);

    /// <summary>What is wrong and where; null when nothing is. Errors of a script stand in a line each and name their place themselves.</summary>
    public string? Fault => Why.Length == 0 ? null : Why.StartsWith(File.Folder, StringComparison.Ordinal) ? Why : $"{File.Path}: {Why}";

    /// <summary>The plugin without its code, which is let go.</summary>
    public Plugin Without(PluginState state, string why)
    {
        Unload();
        return this with { State = state, Why = why, Offers = PluginOffers.None, Interrupt = null, Context = null, Shadow = null };
    }

    /// <summary>Lets go of its code; it is gone once nothing of it is referred to.</summary>
    public void Unload()
    {
        Context?.Unload();
        if (Shadow is not null)
        {
            ShadowCopies.Release(Shadow);
        }
    }
}
