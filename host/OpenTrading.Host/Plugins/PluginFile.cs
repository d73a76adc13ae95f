namespace OpenTrading.Host.Plugins;

/// <summary>A plugin on disk, before any of it is read.</summary>
/// <param name="Id">Name of its folder, or of its script without the ending.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Path">Its main assembly or its script.</param>
/// <param name="IsShipped">Whether it came with the program.</param>
internal sealed record PluginFile(string Id, PluginKind Kind, string Path, bool IsShipped)
{
    /// <summary>Folder it lies in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
