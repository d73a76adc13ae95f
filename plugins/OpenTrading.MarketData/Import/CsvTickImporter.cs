using OpenTrading.MarketData.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Import;

/// <summary>Ticks from a delimited table: time, bid, ask and perhaps last and volume in any order under a header, or time, bid, ask without one.</summary>
public sealed class CsvTickImporter : ITickImporter
{
    public string Format => "csv";

    public bool Recognizes(ReadOnlySpan<byte> head) => TableLayout.Detect(head) is { HoldsTicks: true, IsMetaTrader: false };

    public void Read(Stream content, TickRows rows, CancellationToken cancellationToken)
    {
        var table = new TableReader(content, rows, cancellationToken);
        while (table.TryNext(out ReadOnlySpan<byte> line))
        {
            if (table.TryTime(line, out long time)
                && table.TryPrice(line, Column.Bid, out double bid)
                && table.TryPrice(line, Column.Ask, out double ask)
                && table.TryOptional(line, Column.Last, 0, out double last)
                && table.TryOptional(line, Column.Volume, 0, out double volume))
            {
                rows.Add(table.Row, time, bid, ask, last, volume);
            }
        }
    }
}
