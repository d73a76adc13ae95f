using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Scans;

/// <summary>Looks over many markets at once. What it finds follows from prices, signals and market time alone, on any number of threads.</summary>
/// <param name="readings">Reads markets.</param>
internal sealed class MarketScan(MarketReadings readings)
{
    /// <summary>What symbols offer, the best first; and those that cannot be read, each with the reason.</summary>
    /// <param name="symbols">Names, with or without a source; each is looked at once.</param>
    /// <param name="timeframes">Timeframes.</param>
    /// <param name="preset">What counts.</param>
    /// <param name="progress">Where it says how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public (IReadOnlyList<FoundOpportunity> Found, IReadOnlyList<Unavailable> Unavailable) Run(
        IReadOnlyList<string> symbols, IReadOnlyList<Timeframe> timeframes, Preset preset, IProgress<JobProgress> progress, CancellationToken cancellationToken)
    {
        string[] asked = [.. symbols.Distinct(StringComparer.OrdinalIgnoreCase)];
        var found = new FoundOpportunity?[asked.Length];
        var refused = new Unavailable?[asked.Length];
        int done = 0;
        var spread = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, asked.Length, spread, i =>
        {
            try
            {
                found[i] = FoundOpportunity.Of(readings.Read(asked[i], timeframes), preset);
            }
            catch (CapabilityException e)
            {
                refused[i] = new Unavailable(asked[i], e.Message);
            }

            progress.Report(new JobProgress(100.0 * Interlocked.Increment(ref done) / asked.Length, asked[i]));
        });

        // Two names of one market are one market.
        return (
        [
            .. found.OfType<FoundOpportunity>().DistinctBy(f => f.Opportunity.OpportunityId)
                .OrderByDescending(f => f.Opportunity.Score).ThenByDescending(f => f.Opportunity.RewardRisk)
                .ThenBy(f => f.Opportunity.Symbol, StringComparer.Ordinal).ThenBy(f => f.Opportunity.Source, StringComparer.Ordinal),
        ],
        [.. refused.OfType<Unavailable>()]);
    }
}
