using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Scans;

/// <summary>Scans over many symbols.</summary>
/// <param name="scanner">Scans.</param>
/// <param name="readings">Knows the watchlist.</param>
internal sealed class ScanCapabilities(ScanDesk scanner, MarketReadings readings)
{
    /// <summary>Most symbols of one scan.</summary>
    public const int MostSymbols = 200;

    private const int Named = 3;

    /// <summary>Ranks symbols by confluence.</summary>
    [Capability("scan_opportunities", "scanner", Effect.Compute, "POST /opportunity/scan", Errors = [ErrorCode.NotFound])]
    [Description("Ranks symbols by confluence over timeframes: score, reasons, levels, blockers, invalidation.")]
    public ScanResult ScanOpportunities(
        ICallContext call,
        [StringLength(MostSymbols)] string[]? symbols = null,
        [StringLength(ScanTerms.MostTimeframes), DefaultValue(new[] { Timeframe.M15, Timeframe.H1, Timeframe.H4 })] Timeframe[]? timeframes = null,
        [Description("What counts")] string preset = Preset.Usual,
        [Range(0.0, 100.0)] double minScore = 60,
        [Range(1, 50)] int limit = 10)
    {
        Preset weights = Preset.Require(preset);
        IReadOnlyList<string> asked = readings.Symbols(symbols);
        if (asked.Count == 0)
        {
            throw Argument.Refuse(nameof(symbols), "none is given, and watchlist main is empty");
        }

        ScanOutcome outcome = scanner.Scan(asked, ScanTerms.Frames(timeframes), weights, minScore, limit, call.Progress, call.CancellationToken);
        return new ScanResult
        {
            Summary = Summary(outcome, weights, minScore),
            Source = DataSources.Of(outcome.All.Select(f => f.Symbol.Source)),
            AsOf = outcome.All.Count > 0 ? outcome.All.Max(f => f.Stamp.AsOf) : outcome.Kept.Time,
            Stale = outcome.Found.Any(f => f.Stamp.Stale),
            ScanId = outcome.Kept.ScanId,
            Scanned = outcome.All.Count,
            Opportunities = [.. outcome.Found.Select(f => f.Opportunity)],
            Unavailable = outcome.Unavailable,
        };
    }

    private static string Summary(ScanOutcome outcome, Preset preset, double minScore)
    {
        string best = string.Join(", ", outcome.Found.Take(Named).Select(f => FormattableString.Invariant($"{f.Opportunity.Symbol} {f.Opportunity.Direction.ToString().ToLowerInvariant()} {f.Opportunity.Score}")));
        string without = outcome.Unavailable.Count > 0 ? $" {outcome.Unavailable.Count} could not be read." : "";
        return outcome.Found.Count > 0
            ? $"{outcome.All.Count} symbols scanned by {preset.Name}: {best}{(outcome.Found.Count > Named ? ", ..." : "")}.{without}"
            : FormattableString.Invariant($"{outcome.All.Count} symbols scanned by {preset.Name}: none scores {minScore} or more.{without}");
    }
}
