using OpenTrading.MarketData.Text;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Import;

/// <summary>Ticks as the MetaTrader 5 terminal exports them: <c>DATE TIME BID ASK LAST VOLUME FLAGS</c>, an empty field where nothing changed.</summary>
/// <remarks>The times are the broker server's: name its zone unless it is UTC.</remarks>
public sealed class Mt5TickImporter : ITickImporter
{
    public string Format => "mt5";

    public bool Recognizes(ReadOnlySpan<byte> head) => TableLayout.Detect(head) is { HoldsTicks: true, IsMetaTrader: true };

    public void Read(Stream content, TickRows rows, CancellationToken cancellationToken)
    {
        var table = new TableReader(content, rows, cancellationToken);
        while (table.TryNext(out ReadOnlySpan<byte> line))
        {
            Tick before = rows.Latest;
            if (table.TryTime(line, out long time)
                && TryQuote(table, line, Column.Bid, before.Bid, rows, out double bid)
                && TryQuote(table, line, Column.Ask, before.Ask, rows, out double ask)
                && table.TryOptional(line, Column.Last, before.Last, out double last)
                && table.TryOptional(line, Column.Volume, before.Volume, out double volume))
            {
                rows.Add(table.Row, time, bid, ask, last, volume);
            }
        }
    }

    private static bool TryQuote(TableReader table, ReadOnlySpan<byte> line, Column column, double before, TickRows rows, out double price)
    {
        if (!table.IsEmpty(line, column))
        {
            return table.TryPrice(line, column, out price);
        }

        price = before;
        if (before == 0)
        {
            string name = column.ToString().ToLowerInvariant();
            rows.Reject(table.Row, RowFault.Malformed, "", $"{name} is empty and no row above gives it");
        }

        return before != 0;
    }
}
