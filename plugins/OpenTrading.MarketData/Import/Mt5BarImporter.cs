using OpenTrading.MarketData.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Import;

/// <summary>Bars as the MetaTrader 5 terminal exports them: <c>DATE TIME OPEN HIGH LOW CLOSE TICKVOL VOL SPREAD</c>, spread in points.</summary>
/// <remarks>The volume is the tick volume. The times are the broker server's: name its zone unless it is UTC.</remarks>
public sealed class Mt5BarImporter : IBarImporter
{
    public string Format => "mt5";

    public bool Recognizes(ReadOnlySpan<byte> head) => TableLayout.Detect(head) is { HoldsBars: true, IsMetaTrader: true };

    public void Read(Stream content, BarRows rows, CancellationToken cancellationToken)
    {
        BarTable.Read(new TableReader(content, rows, cancellationToken), rows);

        // How large a point is shows only in the decimals of all prices.
        rows.DivideSpreads(Math.Pow(10, rows.Digits));
    }
}
