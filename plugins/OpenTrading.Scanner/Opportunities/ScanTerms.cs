using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Opportunities;

/// <summary>What a scan looks at.</summary>
internal static class ScanTerms
{
    /// <summary>Most timeframes of one reading.</summary>
    public const int MostTimeframes = 8;

    private static readonly Timeframe[] Usual = [Timeframe.M15, Timeframe.H1, Timeframe.H4];

    /// <summary>The timeframes asked for, else the usual ones; each once, shortest first.</summary>
    public static IReadOnlyList<Timeframe> Frames(Timeframe[]? asked) => [.. (asked is { Length: > 0 } ? asked : Usual).Distinct().Order()];
}
