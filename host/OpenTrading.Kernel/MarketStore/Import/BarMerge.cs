using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Unites stored bars with new ones by time.</summary>
public static class BarMerge
{
    public static Merged<BarSeries> Unite(BarSeries stored, BarSeries added, bool replace)
    {
        // Which rows survive, in order: index of a stored bar, or the complement of the index of a new one.
        var order = new List<int>(stored.Count + added.Count);
        int old = 0;
        int replaced = 0;
        for (int i = 0; i < added.Count; i++)
        {
            long time = added.Times[i];
            for (; old < stored.Count && stored.Times[old] < time; old++)
            {
                order.Add(old);
            }

            if (old == stored.Count || stored.Times[old] > time)
            {
                order.Add(~i);
            }
            else if (Same(stored, old, added, i))
            {
                order.Add(old++);
            }
            else if (replace)
            {
                order.Add(~i);
                old++;
                replaced++;
            }
            else
            {
                return new Merged<BarSeries>(stored, 0, 0, i);
            }
        }

        for (; old < stored.Count; old++)
        {
            order.Add(old);
        }

        return new Merged<BarSeries>(Pick(stored, added, order), order.Count - stored.Count, replaced);
    }

    private static bool Same(BarSeries a, int i, BarSeries b, int j) =>
        a.Open[i].Equals(b.Open[j]) && a.High[i].Equals(b.High[j]) && a.Low[i].Equals(b.Low[j]) && a.Close[i].Equals(b.Close[j])
        && a.Volume[i].Equals(b.Volume[j]) && a.Spread[i].Equals(b.Spread[j]);

    private static BarSeries Pick(BarSeries stored, BarSeries added, List<int> order) => new(
        stored.Symbol, stored.Timeframe, stored.Source,
        Columns.Pick(stored.Times, added.Times, order), Columns.Pick(stored.Open, added.Open, order),
        Columns.Pick(stored.High, added.High, order), Columns.Pick(stored.Low, added.Low, order),
        Columns.Pick(stored.Close, added.Close, order), Columns.Pick(stored.Volume, added.Volume, order),
        Columns.Pick(stored.Spread, added.Spread, order));
}
