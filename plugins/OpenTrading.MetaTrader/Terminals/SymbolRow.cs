using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>A symbol in the broker's list.</summary>
/// <param name="Name">Broker's name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Path">Group and name, parted by backslashes.</param>
/// <param name="Digits">Decimal digits of a price.</param>
/// <param name="IsVisible">Whether it stands in the market watch.</param>
internal sealed record SymbolRow(string Name, string Description, string Path, int Digits, bool IsVisible)
{
    /// <summary>Reads a row.</summary>
    /// <exception cref="ProtocolException">A column is missing.</exception>
    public static SymbolRow Of(JsonElement row) => new(
        row.Text(0), row.Text(1), row.Text(2), (int)Math.Clamp(row.Whole(3), 0, 8), row.GetArrayLength() > 4 && row[4].ValueKind == JsonValueKind.True);
}
