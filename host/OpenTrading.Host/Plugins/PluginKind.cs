namespace OpenTrading.Host.Plugins;

/// <summary>What a plugin is made of.</summary>
internal enum PluginKind
{
    /// <summary>A folder with an assembly of its name.</summary>
    Assembly,

    /// <summary>A <c>.csx</c> file.</summary>
    Script,
}
