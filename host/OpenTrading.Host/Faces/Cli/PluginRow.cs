using OpenTrading.Host.Plugins;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>A plugin as <c>plugins list</c> shows it, and as a running host tells of it.</summary>
internal sealed record PluginRow(
    string Id,
    string Kind,
    string State,
    string Version,
    string Sdk,
    string Sha256,
    bool Shipped,
    string Path,
    string Why,
    IReadOnlyList<string> Strategies,
    IReadOnlyList<string> RiskRules,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Importers,
    IReadOnlyList<string> Capabilities)
{
    public static PluginRow Of(Plugin plugin) => new(
        plugin.Id,
        plugin.File.Kind.ToString().ToLowerInvariant(),
        StateOf(plugin.State),
        plugin.Version,
        plugin.SdkVersion,
        plugin.Sha256,
        plugin.File.IsShipped,
        plugin.File.Path,
        plugin.Why,
        [.. plugin.Offers.Strategies.Select(s => s.Id)],
        [.. plugin.Offers.RiskRules.Select(r => r.Declaration.Id)],
        [.. plugin.Offers.Sources.Select(s => s.Name)],
        [.. plugin.Offers.BarImporters.Select(i => i.Format).Union(plugin.Offers.TickImporters.Select(i => i.Format))],
        [.. plugin.Offers.Capabilities.Select(c => c.Name)]);

    /// <summary>What is wrong and where. Errors of a script name their place themselves.</summary>
    public string Fault() => Kind == "script" && Why.StartsWith(Path, StringComparison.Ordinal) ? Why : $"{Path}: {Why}";

    /// <summary>Everything it offers, in one line.</summary>
    public string Offers => string.Join("; ", new[]
    {
        Part("strategy", "strategies", Strategies),
        Part("risk rule", "risk rules", RiskRules),
        Part("source", "sources", Sources),
        Part("importer", "importers", Importers),
        Capabilities.Count == 0 ? "" : $"{Capabilities.Count} capabilities",
    }.Where(p => p.Length > 0));

    private static string Part(string one, string many, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "" : $"{(ids.Count == 1 ? one : many)} {string.Join(", ", ids)}";

    private static string StateOf(PluginState state) => state switch
    {
        PluginState.Loaded => "loaded",
        PluginState.Refused => "refused",
        PluginState.Disabled => "disabled",
        PluginState.SwitchedOff => "switched off",
        _ => "restart needed",
    };
}
