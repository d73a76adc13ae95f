using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>A symbol's contract as the terminal reports it.</summary>
internal sealed record SymbolSheet
{
    /// <summary>Broker's name.</summary>
    public required string Name { get; init; }

    /// <summary>Group and name.</summary>
    public required string Path { get; init; }

    /// <summary>Decimal digits of a price.</summary>
    public required int Digits { get; init; }

    /// <summary>full, long_only, short_only, close_only or disabled.</summary>
    public required string TradeMode { get; init; }

    /// <summary>How the terminal computes profit; empty when it did not say.</summary>
    public string CalcMode { get; init; } = "";

    /// <summary>What the terminal takes for a tick of a lot that is lost, account currency; 0 when it did not say.</summary>
    public decimal TickValue { get; init; }

    /// <summary>Timestamp at which it was read.</summary>
    public long ReadAt { get; init; }

    /// <summary>The contract as an instrument of the host.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Reads an answer to <c>symbol</c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="known">The instrument as the host knows it; null when it does not.</param>
    /// <param name="offset">Server time less UTC.</param>
    /// <exception cref="ProtocolException">A member is missing or impossible.</exception>
    public static SymbolSheet Of(JsonElement answer, Instrument? known, TimeSpan offset)
    {
        string name = answer.Text("symbol");
        int digits = (int)answer.Whole("digits");
        decimal step = answer.Number("volume_step");
        decimal contract = answer.Number("contract_size");
        if (digits is < 0 or > 8 || step <= 0 || contract <= 0 || answer.Number("volume_min") <= 0)
        {
            throw new ProtocolException($"the contract of {name} is impossible");
        }

        string path = answer.TextOr("path");
        var instrument = new Instrument
        {
            Symbol = known?.Symbol ?? name,
            Digits = digits,
            AssetClass = known?.AssetClass ?? AssetClasses.Guess(path, answer.TextOr("calc_mode"), answer.TextOr("currency_base")),
            ContractSize = contract,
            BaseCurrency = known?.BaseCurrency ?? answer.Text("currency_base"),
            ProfitCurrency = known?.ProfitCurrency ?? answer.Text("currency_profit"),
            VolumeMin = answer.Number("volume_min"),
            VolumeStep = step,
            VolumeMax = answer.Number("volume_max"),
            VolumeLimit = Math.Max(0, answer.NumberOr("volume_limit")),
            TickSize = answer.NumberOr("tick_size"),
            StopsLevel = Points(answer, "stops_level"),
            FreezeLevel = Points(answer, "freeze_level"),
            SwapMode = Swap(answer.TextOr("swap_mode")) ?? SwapMode.Points,
            SwapLong = Swap(answer.TextOr("swap_mode")) is null ? 0 : answer.NumberOr("swap_long"),
            SwapShort = Swap(answer.TextOr("swap_mode")) is null ? 0 : answer.NumberOr("swap_short"),
            TripleSwapDay = (DayOfWeek)Math.Clamp(answer.WholeOr("swap_rollover3days", 3), 0, 6),
            TypicalSpreadPoints = (int)Math.Clamp(answer.WholeOr("spread"), 0, 100_000),
            CommissionPerLot = known?.CommissionPerLot ?? 0,
            StopSlippagePoints = known?.StopSlippagePoints ?? 0,
            Sessions = ServerSessions.ToUtc(answer, "trade_sessions", offset),
        };
        return new SymbolSheet
        {
            Name = name,
            Path = path,
            Digits = digits,
            TradeMode = answer.TextOr("trade_mode", "full"),
            CalcMode = answer.TextOr("calc_mode"),
            TickValue = answer.NumberOr("tick_value_loss"),
            Instrument = known is null ? instrument : instrument with { Pip = known.Pip },
        };
    }

    private static int Points(JsonElement answer, string member) => (int)Math.Clamp(answer.WholeOr(member), 0, 1_000_000);

    // Modes that no model of ours has charge no swap on paper rather than a wrong one.
    private static SwapMode? Swap(string mode) => mode switch
    {
        "points" or "reopen_current" or "reopen_bid" => SwapMode.Points,
        "currency_deposit" => SwapMode.MoneyPerLot,
        "interest_current" or "interest_open" => SwapMode.PercentPerYear,
        _ => null,
    };
}
