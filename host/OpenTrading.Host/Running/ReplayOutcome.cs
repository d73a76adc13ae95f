using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Replays;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Host.Running;

/// <summary>A finished replay with what it ran on.</summary>
internal sealed record ReplayOutcome(
    string Run,
    string JournalPath,
    string JournalSha256,
    StoredBars Read,
    AccountOptions Account,
    IReadOnlyList<string> Strategies,
    string Voting,
    string Size,
    ReplayResult Result,
    IReadOnlyList<string> NotLoaded)
{
    public StoredSeries Stored => Read.Stored;

    public BarSeries Bars => Read.Bars;
}
