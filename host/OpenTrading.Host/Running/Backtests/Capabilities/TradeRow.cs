using System.Text.Json;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A closed trade of a kept backtest.</summary>
internal sealed record TradeRow
{
    /// <summary>Its number in the order of closing, from 1.</summary>
    public required int N { get; init; }

    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary><c>buy</c> or <c>sell</c>.</summary>
    public required string Side { get; init; }

    /// <summary>First entry, UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Exit, UTC.</summary>
    public required DateTime ClosedAt { get; init; }

    /// <summary>Average entry price.</summary>
    public required decimal Entry { get; init; }

    /// <summary>Exit price.</summary>
    public required decimal Exit { get; init; }

    /// <summary>Size.</summary>
    public required decimal Lots { get; init; }

    /// <summary>Net of commission and swap, account currency.</summary>
    public required double Pnl { get; init; }

    /// <summary>The same in multiples of the initial risk; null without a stop.</summary>
    public double? R { get; init; }

    /// <summary>Largest move against it in multiples of the initial risk, 0 or negative; null where that is not known.</summary>
    public double? MaeR { get; init; }

    /// <summary>Largest move in its favour in multiples of the initial risk; null where that is not known.</summary>
    public double? MfeR { get; init; }

    /// <summary>Why it was closed.</summary>
    public required string ExitReason { get; init; }

    /// <summary>Commission and swap, account currency; negative is paid.</summary>
    public required double Costs { get; init; }

    /// <summary>Reads a trade of a <c>report.json</c>.</summary>
    public static TradeRow Read(int number, JsonElement trade) => new()
    {
        N = number,
        Symbol = trade.GetProperty("symbol").GetString()!,
        Side = trade.GetProperty("side").GetString()!,
        OpenedAt = trade.GetProperty("entryTime").GetDateTime().ToUniversalTime(),
        ClosedAt = trade.GetProperty("exitTime").GetDateTime().ToUniversalTime(),
        Entry = trade.GetProperty("entryPrice").GetDecimal(),
        Exit = trade.GetProperty("exitPrice").GetDecimal(),
        Lots = trade.GetProperty("lots").GetDecimal(),
        Pnl = Figures.Money(trade.GetProperty("net").GetDouble()),
        R = ResultOf(trade),
        MaeR = Number(trade, "maeR"),
        MfeR = Number(trade, "mfeR"),
        ExitReason = trade.GetProperty("reason").GetString()!,
        Costs = Figures.Money(trade.GetProperty("commission").GetDouble() + trade.GetProperty("swap").GetDouble()),
    };

    /// <summary>Result of a trade of a <c>report.json</c>, multiples of initial risk; null where it had no stop.</summary>
    public static double? ResultOf(JsonElement trade) => Number(trade, "r");

    private static double? Number(JsonElement trade, string name) =>
        trade.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? Figures.Ratio(value.GetDouble()) : null;
}
