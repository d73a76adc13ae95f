using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Unites stored ticks with new ones. All ticks of one time stand or fall together, since their order within it counts.</summary>
public static class TickMerge
{
    public static Merged<TickSeries> Unite(TickSeries stored, TickSeries added, bool replace)
    {
        // Which rows survive, in order: index of a stored tick, or the complement of the index of a new one.
        var order = new List<int>(stored.Count + added.Count);
        int old = 0;
        int fresh = 0;
        int replaced = 0;
        for (int i = 0; i < added.Count;)
        {
            long time = added.Times[i];
            int end = EndOf(added, i);
            for (; old < stored.Count && stored.Times[old] < time; old++)
            {
                order.Add(old);
            }

            int oldEnd = old < stored.Count && stored.Times[old] == time ? EndOf(stored, old) : old;
            if (oldEnd > old && Same(stored, old, oldEnd, added, i, end))
            {
                AddRange(order, old, oldEnd);
            }
            else if (oldEnd == old || replace)
            {
                AddNew(order, i, end);
                fresh += oldEnd == old ? end - i : 0;
                replaced += oldEnd == old ? 0 : end - i;
            }
            else
            {
                return new Merged<TickSeries>(stored, 0, 0, i);
            }

            old = oldEnd;
            i = end;
        }

        AddRange(order, old, stored.Count);
        return new Merged<TickSeries>(Pick(stored, added, order), fresh, replaced);
    }

    private static int EndOf(TickSeries ticks, int first)
    {
        ReadOnlySpan<long> times = ticks.Times;
        int end = first + 1;
        while (end < times.Length && times[end] == times[first])
        {
            end++;
        }

        return end;
    }

    private static void AddRange(List<int> order, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            order.Add(i);
        }
    }

    private static void AddNew(List<int> order, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            order.Add(~i);
        }
    }

    private static bool Same(TickSeries a, int i, int aEnd, TickSeries b, int j, int bEnd)
    {
        if (aEnd - i != bEnd - j)
        {
            return false;
        }

        for (; i < aEnd; i++, j++)
        {
            if (a[i] != b[j])
            {
                return false;
            }
        }

        return true;
    }

    private static TickSeries Pick(TickSeries stored, TickSeries added, List<int> order) => new(
        stored.Symbol, stored.Source,
        Columns.Pick(stored.Times, added.Times, order), Columns.Pick(stored.Bid, added.Bid, order), Columns.Pick(stored.Ask, added.Ask, order),
        Columns.Pick(stored.Last, added.Last, order), Columns.Pick(stored.Volume, added.Volume, order));
}
