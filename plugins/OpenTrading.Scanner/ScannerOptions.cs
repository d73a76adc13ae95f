using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Scanner;

/// <summary>Scans on a schedule, as configured.</summary>
[PluginOptions("scanner")]
public sealed record ScannerOptions
{
    [Option("every_minutes", "market time between scheduled scans of watchlist main, minutes; 0 for none", Min = 0, Max = 10_080)]
    public int EveryMinutes { get; init; }

    [Option("timeframes", "timeframes of scheduled scans")]
    public string[] Timeframes { get; init; } = ["M15", "H1", "H4"];

    [Option("preset", "what counts in scheduled scans")]
    public string Preset { get; init; } = Confluence.Preset.Usual;

    [Option("min_score", "lowest score that a scheduled scan keeps", Min = 0, Max = 100)]
    public double MinScore { get; init; } = 60;
}
