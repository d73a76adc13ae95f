using System.Text.Json;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>Plans of exits as the journal keeps them.</summary>
internal static class ExitRecords
{
    /// <summary>Says what belongs to the order that is proposed next under a key: on disk before the order is, so that none is ever open without its exits.</summary>
    public const string Declared = "order.declared";

    /// <summary>Says that the exits of a position, or of an order that waits, are others now.</summary>
    public const string Changed = "exits.changed";

    /// <summary>Payload of <see cref="Declared"/>.</summary>
    public static JournalPayload Declare(string key, string? strategyId, ExitPlan? exits) => new()
    {
        ["key"] = key,
        ["strategyId"] = strategyId,
        ["exits"] = exits is null ? JournalValue.Null : Of(exits),
    };

    /// <summary>Payload of <see cref="Changed"/>, of a position.</summary>
    public static JournalPayload Change(long position, ExitPlan exits) => new()
    {
        ["position"] = position.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["exits"] = Of(exits),
    };

    /// <summary>Payload of <see cref="Changed"/>, of an order that waits.</summary>
    public static JournalPayload Change(string orderId, ExitPlan exits) => new() { ["orderId"] = orderId, ["exits"] = Of(exits) };

    /// <summary>The plan of a payload; null when it holds none.</summary>
    public static ExitPlan? Read(JsonElement payload) => !payload.TryGetProperty("exits", out JsonElement exits) || exits.ValueKind != JsonValueKind.Object ? null : new ExitPlan
    {
        BreakEvenAtR = exits.Decimal("breakEvenAtR"),
        TrailPoints = exits.Decimal("trailPoints"),
        TrailAtr = exits.Decimal("trailAtr"),
        Partial = exits.TryGetProperty("partial", out JsonElement parts) && parts.ValueKind == JsonValueKind.Array
            ? [.. parts.EnumerateArray().Select(p => new PartialExit(p.Decimal("atR")!.Value, p.Decimal("pct")!.Value))]
            : [],
        MaxBars = exits.TryGetProperty("maxBars", out JsonElement bars) && bars.ValueKind == JsonValueKind.Number ? bars.GetInt32() : null,
    };

    private static JournalPayload Of(ExitPlan plan) => new()
    {
        ["breakEvenAtR"] = plan.BreakEvenAtR,
        ["trailPoints"] = plan.TrailPoints,
        ["trailAtr"] = plan.TrailAtr,
        ["partial"] = JournalArray.From(plan.Partial, p => new JournalPayload { ["atR"] = p.AtR, ["pct"] = p.Pct }),
        ["maxBars"] = plan.MaxBars,
    };
}
