using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Plugins.Tending;

/// <summary>The plugins of a host.</summary>
internal sealed record PluginListing : RecordResult
{
    /// <summary>The plugins.</summary>
    public required IReadOnlyList<PluginCard> Plugins { get; init; }

    /// <summary>All of the one that was asked for; null where a list was.</summary>
    public PluginDetail? Detail { get; init; }
}

/// <summary>A plugin in the list.</summary>
/// <param name="PluginId">Name of its folder or script.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Version">Its own version; of a script the first digits of its hash.</param>
/// <param name="State">How it stands.</param>
/// <param name="Capabilities">How many it offers.</param>
/// <param name="LastError">What is wrong, with the remedy; null when nothing is.</param>
internal sealed record PluginCard(string PluginId, PluginKind Kind, string Version, PluginState State, int Capabilities, string? LastError)
{
    /// <summary>The card of a plugin.</summary>
    public static PluginCard Of(Plugin plugin) =>
        new(plugin.Id, plugin.File.Kind, plugin.Version, plugin.State, plugin.Offers.Capabilities.Count, plugin.Why is "" ? null : plugin.Why);
}

/// <summary>All of a plugin.</summary>
/// <param name="ApiVersion">SDK it was built for.</param>
/// <param name="Sha256">Hash of its files, which a pin names.</param>
/// <param name="Permissions">What its code may do: <c>full_trust</c> for an assembly, <c>sdk_only</c> for a script.</param>
/// <param name="Provides">What it offers.</param>
internal sealed record PluginDetail(string ApiVersion, string Sha256, IReadOnlyList<string> Permissions, PluginProvides Provides)
{
    /// <summary>All of a plugin.</summary>
    public static PluginDetail Of(Plugin plugin) => new(
        plugin.SdkVersion, plugin.Sha256, [plugin.File.Kind == PluginKind.Script ? "sdk_only" : "full_trust"], PluginProvides.Of(plugin.Offers));
}

/// <summary>What a plugin offers, by name.</summary>
/// <param name="Capabilities">Capabilities.</param>
/// <param name="Indicators">Indicators.</param>
/// <param name="Strategies">Strategies.</param>
/// <param name="Rules">Risk rules.</param>
/// <param name="Sources">Data sources and importers.</param>
internal sealed record PluginProvides(
    IReadOnlyList<string> Capabilities, IReadOnlyList<string> Indicators, IReadOnlyList<string> Strategies, IReadOnlyList<string> Rules, IReadOnlyList<string> Sources)
{
    /// <summary>The names of offers.</summary>
    public static PluginProvides Of(PluginOffers offers) => new(
        [.. offers.Capabilities.Select(c => c.Name)],
        [.. offers.Indicators.Select(i => i.Name)],
        [.. offers.Strategies.Select(s => s.Id)],
        [.. offers.RiskRules.Select(r => r.Declaration.Id)],
        [.. offers.Sources.Select(s => s.Name), .. offers.BarImporters.Select(i => i.Format).Union(offers.TickImporters.Select(i => i.Format))]);

    /// <summary>Everything in one list, such as <c>strategy rsi-dip</c>.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Capabilities.Select(c => $"capability {c}"),
        .. Indicators.Select(i => $"indicator {i}"),
        .. Strategies.Select(s => $"strategy {s}"),
        .. Rules.Select(r => $"rule {r}"),
        .. Sources.Select(s => $"source {s}"),
    ];
}
