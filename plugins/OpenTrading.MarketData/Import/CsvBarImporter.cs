using OpenTrading.MarketData.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Import;

/// <summary>Bars from a delimited table: columns in any order under a header, or time, open, high, low, close[, volume[, spread]] without one.</summary>
/// <remarks>Comma, semicolon or tab; times ISO, compact or epoch, in one column or in two; the spread in price units.</remarks>
public sealed class CsvBarImporter : IBarImporter
{
    public string Format => "csv";

    public bool Recognizes(ReadOnlySpan<byte> head) => TableLayout.Detect(head) is { HoldsBars: true, IsMetaTrader: false };

    public void Read(Stream content, BarRows rows, CancellationToken cancellationToken) =>
        BarTable.Read(new TableReader(content, rows, cancellationToken), rows);
}
