using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Where a source keeps what it read of its own market, so that it is there while the source is not, and is not read twice.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IHistoryKeeper
{
    /// <summary>Unites closed bars with what is stored of their series. A bar of the same time takes the place of the old one.</summary>
    /// <param name="bars">Bars whose source is the name of a registered data source, oldest first.</param>
    /// <param name="digits">Decimal digits of a price, 0 to 8.</param>
    /// <returns>How many bars are new.</returns>
    /// <exception cref="ArgumentException">The source is <c>file</c>, whose history is imported.</exception>
    /// <exception cref="DataException">The store is in use or cannot be written; nothing was kept.</exception>
    int Keep(BarSeries bars, int digits);
}
