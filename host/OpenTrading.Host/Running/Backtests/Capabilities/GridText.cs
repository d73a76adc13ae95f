using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Turns a grid in JSON into the texts that the command's <c>--sweep</c> takes.</summary>
internal static class GridText
{
    private const string Of = "grid";

    /// <summary>A text for each parameter, in the order given.</summary>
    /// <param name="grid">Name → list of values, <c>{"from":2,"to":40,"step":2}</c>, or one value.</param>
    /// <exception cref="CapabilityException">It is none of the forms.</exception>
    public static IReadOnlyList<string> Axes(JsonElement grid)
    {
        string[] axes = [.. grid.EnumerateObject().Select(axis => $"{axis.Name}={Values(axis.Name, axis.Value)}")];
        return axes.Length > 0 ? axes : throw Argument.Refuse(Of, "name at least one parameter with its values");
    }

    private static string Values(string name, JsonElement values) => values.ValueKind switch
    {
        JsonValueKind.Array when values.GetArrayLength() > 0 => string.Join(',', values.EnumerateArray().Select(v => Number(name, v))),
        JsonValueKind.Object => Range(name, values),
        JsonValueKind.Number or JsonValueKind.String => Number(name, values),
        _ => throw Refusal(name),
    };

    private static string Range(string name, JsonElement range)
    {
        foreach (JsonProperty member in range.EnumerateObject())
        {
            if (member.Name is not ("from" or "to" or "step"))
            {
                throw Refusal(name);
            }
        }

        return range.TryGetProperty("from", out JsonElement from) && range.TryGetProperty("to", out JsonElement to)
            ? $"{Number(name, from)}..{Number(name, to)}{(range.TryGetProperty("step", out JsonElement step) ? $":{Number(name, step)}" : "")}"
            : throw Refusal(name);
    }

    private static string Number(string name, JsonElement value)
    {
        string text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!,
            _ => throw Refusal(name),
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number.ToString(CultureInfo.InvariantCulture) : throw Refusal(name);
    }

    private static CapabilityException Refusal(string name) => Argument.Refuse(Of, $"{name} must be a list of numbers, a number, or {{\"from\":2,\"to\":40,\"step\":2}}");
}
