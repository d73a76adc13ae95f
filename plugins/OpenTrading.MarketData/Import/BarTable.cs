using System.Runtime.CompilerServices;
using OpenTrading.MarketData.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Import;

/// <summary>Reads a table of bars row by row.</summary>
/// <remarks>What runs once a row, here and in Text, is compiled fully at once: an import is over before tiered compilation would have helped.</remarks>
internal static class BarTable
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(TableReader table, BarRows rows)
    {
        while (table.TryNext(out ReadOnlySpan<byte> line))
        {
            if (table.TryTime(line, out long time)
                && table.TryPrice(line, Column.Open, out double open)
                && table.TryPrice(line, Column.High, out double high)
                && table.TryPrice(line, Column.Low, out double low)
                && table.TryPrice(line, Column.Close, out double close)
                && table.TryOptional(line, Column.Volume, 0, out double volume)
                && table.TryOptional(line, Column.Spread, double.NaN, out double spread))
            {
                rows.Add(table.Row, time, open, high, low, close, volume, spread);
            }
        }
    }
}
