using OpenTrading.Scanner.Confluence;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Scans;

/// <summary>When a host scans by itself, and for what.</summary>
/// <param name="Every">Market time between two scans.</param>
/// <param name="Timeframes">Timeframes.</param>
/// <param name="Preset">What counts.</param>
/// <param name="MinScore">Lowest score that is kept.</param>
internal sealed record ScanSchedule(TimeSpan Every, IReadOnlyList<Timeframe> Timeframes, Preset Preset, double MinScore)
{
    /// <summary>The configured schedule; null where none is.</summary>
    /// <exception cref="FormatException">A name in it is none.</exception>
    public static ScanSchedule? Of(ScannerOptions options)
    {
        Preset preset = Confluence.Preset.Find(options.Preset) ?? throw new FormatException($"plugins.scanner.preset: {Confluence.Preset.Unknown(options.Preset)}");
        Timeframe[] timeframes = [.. options.Timeframes.Select(t => Market(t)).Distinct().Order()];
        return options.EveryMinutes == 0 || timeframes.Length == 0 ? null : new ScanSchedule(TimeSpan.FromMinutes(options.EveryMinutes), timeframes, preset, options.MinScore);
    }

    private static Timeframe Market(string name) => Sdk.Market.Timeframes.TryParse(name, out Timeframe timeframe)
        ? timeframe
        : throw new FormatException($"plugins.scanner.timeframes: '{name}' is no timeframe; write such as H4.");
}
