using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>
/// Turns what a model, a query string or a command line sent into typed values, the same on all faces: numbers in quotes, empty texts for absent
/// values, single values for lists. What does not fit is a fault with its place; all faults are reported together.
/// </summary>
internal static partial class ArgumentReader
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase) { ["long"] = "buy", ["short"] = "sell" };

    /// <summary>Values of all parameters in order; the place of the call context stays empty.</summary>
    /// <param name="capability">Whose arguments.</param>
    /// <param name="given">A JSON object.</param>
    /// <exception cref="CapabilityException">An argument is unknown, missing or wrong.</exception>
    public static object?[] Read(CapabilityDescriptor capability, JsonElement given)
    {
        var faults = new List<ErrorDetail>();
        Dictionary<string, JsonElement> arguments = Members(given, faults);
        var values = new object?[capability.Parameters.Count];
        for (int i = 0; i < values.Length; i++)
        {
            CapabilityParameter parameter = capability.Parameters[i];
            if (!parameter.IsContext)
            {
                bool isGiven = arguments.Remove(parameter.Name, out JsonElement value);
                values[i] = isGiven && !IsAbsent(parameter, value) ? Value(parameter, value, faults) : Absent(parameter, faults);
            }
        }

        foreach (string unknown in arguments.Keys)
        {
            string near = Suggestion.Nearest(unknown, capability.Arguments.Select(p => p.Name)) is { } guess
                ? $"; did you mean '{guess}'?"
                : capability.Arguments.Any() ? $"; it takes {string.Join(", ", capability.Arguments.Select(p => p.Name))}" : "; it takes none";
            faults.Add(new ErrorDetail([unknown], $"Unknown argument '{unknown}'{near}"));
        }

        return faults.Count == 0 ? values : throw Refuse(faults);
    }

    private static CapabilityException Refuse(List<ErrorDetail> faults) => new(
        ErrorCode.ValidationError,
        faults is [{ } only] ? only.Message.StartsWith("Unknown", StringComparison.Ordinal) ? only.Message : $"{string.Join('.', only.Path)}: {only.Message}"
            : $"{faults.Count} arguments are wrong: {string.Join("; ", faults.Select(f => $"{string.Join('.', f.Path)}: {f.Message}"))}",
        "Correct the arguments named in details.",
        faults);

    private static Dictionary<string, JsonElement> Members(JsonElement given, List<ErrorDetail> faults)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return members;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"The arguments are {Kind(given)}; they must be an object.", "Send an object with the arguments by name.");
        }

        foreach (JsonProperty member in given.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                faults.Add(new ErrorDetail([member.Name], "Given twice"));
            }
        }

        return members;
    }

    private static bool IsAbsent(CapabilityParameter parameter, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.GetString() is "" || (parameter.Type != typeof(string) && value.GetString() is "null" or "none" or "undefined" && !IsChoice(parameter, value.GetString()!)),
        _ => false,
    };

    // "none" is an ordinary word where an enum has it.
    private static bool IsChoice(CapabilityParameter parameter, string text) =>
        CapabilityParameter.Choices(parameter.ItemType ?? parameter.Type)?.Contains(text) == true;

    private static object? Absent(CapabilityParameter parameter, List<ErrorDetail> faults)
    {
        if (!parameter.IsOptional)
        {
            faults.Add(new ErrorDetail([parameter.Name], "Required"));
        }

        return parameter.Default;
    }

    private static object? Value(CapabilityParameter parameter, JsonElement value, List<ErrorDetail> faults)
    {
        if (parameter.ItemType is not { } item)
        {
            return Scalar(parameter.Type, parameter, value, [parameter.Name], faults);
        }

        List<JsonElement> items = Items(value);
        if (items.Count > parameter.MaxLength)
        {
            faults.Add(new ErrorDetail([parameter.Name], $"Array must contain at most {parameter.MaxLength} item(s)"));
            return null;
        }

        var list = Array.CreateInstance(item, items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            if (Scalar(item, parameter, items[i], [parameter.Name, i.ToString(CultureInfo.InvariantCulture)], faults) is { } read)
            {
                list.SetValue(read, i);
            }
        }

        return list;
    }

    private static List<JsonElement> Items(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return [value];
        }

        string text = value.GetString()!.Trim();
        if (text.StartsWith('[') && Parse(text) is { ValueKind: JsonValueKind.Array } array)
        {
            return [.. array.EnumerateArray()];
        }

        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => JsonSerializer.SerializeToElement(t))];
    }

    private static object? Scalar(Type type, CapabilityParameter parameter, JsonElement value, string[] path, List<ErrorDetail> faults)
    {
        object? read = type switch
        {
            _ when type == typeof(string) => Text(value),
            _ when type == typeof(bool) => Flag(value),
            _ when type == typeof(DateTime) => Time(value),
            _ when type == typeof(DateOnly) => Day(value),
            _ when type == typeof(JsonElement) => Object(value),
            _ when type.IsEnum => Choice(type, value),
            _ => Number(type, value),
        };
        string? fault = read switch
        {
            null => Expected(type, value),
            string text when text.Length > parameter.MaxLength => $"String must contain at most {parameter.MaxLength} character(s)",
            JsonElement json when GivenTwice(json) is { } name => $"'{name}' is given twice",
            int or long or double or decimal => OutOfRange(parameter, Convert.ToDouble(read, CultureInfo.InvariantCulture)),
            _ => null,
        };
        if (fault is null)
        {
            return read;
        }

        faults.Add(new ErrorDetail(path, fault));
        return null;
    }

    private static string? OutOfRange(CapabilityParameter parameter, double number) =>
        number < parameter.Min ? string.Create(CultureInfo.InvariantCulture, $"Number must be greater than or equal to {parameter.Min}")
        : number > parameter.Max ? string.Create(CultureInfo.InvariantCulture, $"Number must be less than or equal to {parameter.Max}")
        : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static object? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Text(value)?.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null },
    };

    // A time without an offset is UTC, as everything here is.
    private static object? Time(JsonElement value) => value.ValueKind == JsonValueKind.String
        && DateTime.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time) ? time : null;

    private static object? Day(JsonElement value) => value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static object? Object(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value
        : value.ValueKind == JsonValueKind.String && Parse(value.GetString()!) is { ValueKind: JsonValueKind.Object } parsed ? parsed
        : null;

    // Readers differ on which of two members counts; here neither does. A document is bounded in depth where it is parsed.
    private static string? GivenTwice(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().GroupBy(m => m.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any())?.Key
            ?? value.EnumerateObject().Select(m => GivenTwice(m.Value)).FirstOrDefault(name => name is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(GivenTwice).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static object? Choice(Type type, JsonElement value)
    {
        if (Text(value) is not { } text)
        {
            return null;
        }

        if (type == typeof(Timeframe))
        {
            return Timeframes.TryParse(text, out Timeframe timeframe) ? timeframe : null;
        }

        return Find(text) ?? (Aliases.TryGetValue(text, out string? meant) ? Find(meant) : null);

        object? Find(string name) => Enum.GetNames(type).FirstOrDefault(n =>
            n.Equals(name, StringComparison.OrdinalIgnoreCase) || JsonNamingPolicy.SnakeCaseLower.ConvertName(n).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse(type, found)
            : null;
    }

    private static object? Number(Type type, JsonElement value)
    {
        if (Text(value) is not { } text || !PlainNumber().IsMatch(text) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact))
        {
            return null;
        }

        return type switch
        {
            _ when type == typeof(decimal) => exact,
            _ when type == typeof(double) => (double)exact,
            _ when exact != Math.Truncate(exact) => null,
            _ when type == typeof(int) => exact is >= int.MinValue and <= int.MaxValue ? (int)exact : null,
            _ => exact is >= long.MinValue and <= long.MaxValue ? (long)exact : null,
        };
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Expected(Type type, JsonElement value)
    {
        if (CapabilityParameter.Choices(type) is { } choices)
        {
            string shown = choices.Count <= 8 ? string.Join(" | ", choices.Select(c => $"'{c}'")) : string.Join(", ", choices);
            string near = Text(value) is { } text && Suggestion.Nearest(text, choices) is { } guess ? $"; did you mean '{guess}'?" : "";
            return $"Invalid enum value. Expected {shown}, received '{Text(value) ?? Kind(value)}'{near}";
        }

        string wanted = type == typeof(string) ? "string" : type == typeof(bool) ? "boolean" : type == typeof(DateTime) ? "ISO 8601 time"
            : type == typeof(DateOnly) ? "date as yyyy-MM-dd" : type == typeof(JsonElement) ? "object" : type == typeof(int) || type == typeof(long) ? "integer" : "number";
        string received = value.ValueKind == JsonValueKind.Number && wanted == "integer" ? value.GetRawText() : Kind(value);
        return $"Expected {wanted}, received {received}";
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Undefined => "nothing",
        _ => value.ValueKind.ToString().ToLowerInvariant(),
    };

    // A number without separators, units, NaN or Infinity, and of no more digits than a decimal can hold.
    [GeneratedRegex(@"\A[+-]?(\d{1,28}(\.\d{0,28})?|\.\d{1,28})([eE][+-]?\d{1,2})?\z")]
    private static partial Regex PlainNumber();
}
