using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Scans;

/// <summary>An opportunity as the archive keeps it.</summary>
/// <param name="Opportunity">The opportunity.</param>
/// <param name="Timeframe">Timeframe of the entry.</param>
/// <param name="BarTime">UTC opening time of the newest bar of it.</param>
internal sealed record KeptOpportunity(Opportunity Opportunity, Timeframe Timeframe, DateTime BarTime);
