namespace OpenTrading.Analysis.Seasons;

/// <summary>Returns of one season.</summary>
/// <param name="Key">Hour 0 to 23 (UTC), weekday, month 1 to 12, or day of the month.</param>
/// <param name="N">Returns.</param>
/// <param name="MeanPct">Mean, percent.</param>
/// <param name="WinPct">Share above 0, percent.</param>
/// <param name="TStat">Mean over its standard error; null where there are too few, or they do not vary.</param>
/// <param name="Significant">Whether that is beyond what one of as many seasons shows by chance in one case of twenty (Bonferroni).</param>
public sealed record SeasonBucket(string Key, int N, double MeanPct, double WinPct, double? TStat, bool Significant);
