using OpenTrading.Host.Plugins;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>What a running host tells of a plugin that it was asked to read anew.</summary>
/// <param name="Answer">What became of it; of a script each error on a line of its own.</param>
/// <param name="IsRefused">Whether what is on disk is not what is in use.</param>
internal sealed record PluginReload(string Answer, bool IsRefused)
{
    public static PluginReload Of(PluginChange change) => new(LiveScreen.Describe(change), change.Why.Length > 0);
}
