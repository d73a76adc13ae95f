using System.Globalization;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>The smallest call of a capability that is well-formed: every argument it requires, and nothing else.</summary>
internal static class ExampleArguments
{
    public static JsonObject Of(CapabilityDescriptor capability)
    {
        var example = new JsonObject();
        foreach (CapabilityParameter parameter in capability.Arguments.Where(a => !a.IsOptional))
        {
            example[parameter.Name] = parameter.ItemType is { } item ? new JsonArray(Value(item, parameter)) : Value(parameter.Type, parameter);
        }

        return example;
    }

    private static JsonNode Value(Type type, CapabilityParameter parameter) =>
        type == typeof(Timeframe) ? nameof(Timeframe.H1)
        : CapabilityParameter.Choices(type) is [{ } first, ..] ? first
        : type == typeof(string) ? Text(parameter.Name)
        : type == typeof(bool) ? true
        : type == typeof(DateTime) ? "2026-01-05T00:00:00Z"
        : type == typeof(DateOnly) ? "2026-01-05"
        : type == typeof(int) || type == typeof(long) ? (JsonNode)(long)Math.Max(1, parameter.Min ?? 1)
        : type == typeof(double) || type == typeof(decimal) ? (JsonNode)Math.Max(1, parameter.Min ?? 1)
        : new JsonObject();

    private static string Text(string name) => name switch
    {
        "symbol" or "symbols" => "EURUSD",
        "why" or "reason" => "routine",
        "idempotencyKey" => "key-1",
        "expression" => "rsi(14)<30",
        _ => string.Create(CultureInfo.InvariantCulture, $"<{name}>"),
    };
}
