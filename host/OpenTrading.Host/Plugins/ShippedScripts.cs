using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Plugins;

/// <summary>
/// The scripts that come with the program, compiled when it is built: a first start must not wait for the compiler. They are known by their place
/// in the program's folder, wherever that is.
/// </summary>
internal static class ShippedScripts
{
    /// <summary>Where their assemblies lie.</summary>
    public static string Cache => Path.Combine(PluginRoots.ScriptsIn(Path.Combine(AppContext.BaseDirectory, "strategies")), "compiled");

    /// <summary>How a script is named; null for the home's own, which are named by their path.</summary>
    public static string? NameOf(PluginFile file) =>
        file.IsShipped ? Path.GetRelativePath(AppContext.BaseDirectory, file.Path).Replace('\\', '/') : null;

    /// <summary>Compiles them all.</summary>
    /// <exception cref="ScriptException">One does not compile.</exception>
    public static void Compile(PluginRoots roots)
    {
        var builder = new ScriptBuilder(Cache);
        foreach (PluginFile script in roots.Find().Where(f => f is { IsShipped: true, Kind: PluginKind.Script }))
        {
            builder.Build(ScriptReader.Read(script.Path, script.Folder, NameOf(script)));
        }
    }
}
