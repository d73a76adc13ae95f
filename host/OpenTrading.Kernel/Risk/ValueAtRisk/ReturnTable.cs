using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>Logarithmic daily returns of several instruments over the same days, oldest first: only days that all of them have a bar of count.</summary>
/// <param name="Columns">Returns by instrument.</param>
internal sealed record ReturnTable(IReadOnlyList<double[]> Columns)
{
    /// <summary>Most days that are looked at: a year of trading.</summary>
    public const int MostDays = 250;

    /// <summary>Fewest days that say anything about a tail.</summary>
    public const int FewestDays = 30;

    /// <summary>Days.</summary>
    public int Days => Columns.Count == 0 ? 0 : Columns[0].Length;

    /// <summary>Reads the returns up to the newest closed day.</summary>
    /// <param name="market">Prices.</param>
    /// <param name="symbols">Whose returns.</param>
    /// <exception cref="CapabilityException">An instrument has no daily bars, or too few of them are common to all.</exception>
    public static ReturnTable Read(IMarketData market, IReadOnlyList<MarketSymbol> symbols)
    {
        BarSeries[] series = [.. symbols.Select(s => market.Bars(s, Timeframe.D1, MostDays + 1).Require(FewestDays + 1, "value at risk").Bars)];
        HashSet<long>? common = null;
        foreach (BarSeries bars in series)
        {
            long[] times = [.. bars.Times];
            common = common is null ? [.. times] : [.. common.Intersect(times)];
        }

        ReturnTable table = new([.. series.Select(bars => Returns(bars, common ?? []))]);
        return series.Length == 0 || table.Days >= FewestDays ? table : throw new CapabilityException(
            ErrorCode.InsufficientHistory,
            $"{string.Join(", ", symbols.Select(s => s.Instrument.Symbol))} have {table.Days} daily returns in common; {FewestDays} are needed",
            "Import the same days of all of them.");
    }

    /// <summary>Returns over several days at a time, one from every day on.</summary>
    public ReturnTable Over(int days) => days == 1 ? this : new ReturnTable(
    [
        .. Columns.Select(c => Enumerable.Range(0, Math.Max(0, c.Length - days + 1)).Select(i => c.AsSpan(i, days).ToArray().Sum()).ToArray()),
    ]);

    /// <summary>The returns of one instrument alone.</summary>
    public ReturnTable Only(int column) => new([Columns[column]]);

    private static double[] Returns(BarSeries bars, HashSet<long> days)
    {
        double[] closes = [.. Enumerable.Range(0, bars.Count).Where(i => days.Contains(bars.Times[i])).Select(i => bars[i].Close)];
        return [.. closes.Skip(1).Zip(closes, (next, close) => Math.Log(next / close))];
    }
}
