namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// An indicator some of whose values become known only after their bar: a swing needs bars to its right, a chikou span is drawn back.
/// The finished series is what <see cref="IIndicator.Update"/> wrote bar by bar, amended by each bar's revisions in order.
/// </summary>
/// <remarks>A decision at a bar may use all revisions up to that bar, and none after it: nothing here looks ahead.</remarks>
public interface IRevisesPast : IIndicator
{
    /// <summary>What the latest bar made known about earlier bars. Valid until the next update.</summary>
    ReadOnlySpan<Revision> Revisions { get; }
}
