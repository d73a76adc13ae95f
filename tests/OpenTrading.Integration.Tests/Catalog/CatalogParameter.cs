using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>A parameter as the document writes it, its shorthand spelt out.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type"><c>str</c>, <c>int</c>, <c>tf</c>, or the values of an enum, <c>/</c> between them.</param>
/// <param name="IsList">Whether it is an array of that type.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Default">Its default; null for none.</param>
/// <param name="IsShorthand">Whether the conventions explain it once for all capabilities.</param>
internal sealed partial record CatalogParameter(string Name, string Type, bool IsList, bool IsOptional, string? Default, bool IsShorthand)
{
    private static readonly Dictionary<string, string> Shorthand = new()
    {
        ["S"] = "symbol:str",
        ["SS"] = "symbols:str[]?",
        ["T"] = "timeframe:tf=H1",
        ["B"] = "bars:int[bars]=500",
        ["F"] = "from:time?,to:time?",
        ["K"] = "idempotencyKey:str",
        ["K?"] = "idempotencyKey:str?",
        ["W"] = "why:str",
        ["A"] = "account:paper/live=paper",
        ["ORD"] = "symbol:str,side:buy/sell,lots:num[lots],orderType:market/limit/stop=market,price:num?,stopLoss:num?,takeProfit:num?",
    };

    // What the document says in words is no value that a schema could show.
    private static readonly string[] Spoken = ["today", "core set"];

    /// <summary>The parameters of a cell.</summary>
    public static IEnumerable<CatalogParameter> Read(string cell) => Cells.Parts(cell, ',').SelectMany(part =>
    {
        string word = Cells.WithoutRemarks(part);
        string? spelt = Shorthand.GetValueOrDefault(word) ?? (Limit().Match(word) is { Success: true } limit ? $"limit:int={limit.Groups[1].Value},cursor:str?" : null);
        return spelt is null ? [One(word, isShorthand: false)] : Cells.Parts(spelt, ',').Select(p => One(p, isShorthand: true)).Select(p => Relaxed(p, part));
    });

    /// <summary>A parameter as the table of the fixed forms writes it: <c>lots!</c>, <c>slippage=3 points</c>, <c>action! buy/sell</c>.</summary>
    public static CatalogParameter OfFixedForm(string part)
    {
        Match match = FixedForm().Match(Cells.WithoutRemarks(part));
        Assert.True(match.Success, $"'{part}' is no parameter");
        string name = match.Groups["name"].Value;
        string type = match.Groups["values"].Success ? match.Groups["values"].Value
            : name is "symbol" or "comment" ? "str"
            : name == "ticket" || match.Groups["default"].Success ? "int"
            : "num";
        return new CatalogParameter(name, type, false, !match.Groups["required"].Success, match.Groups["default"] is { Success: true } given ? given.Value : null, false);
    }

    /// <summary>What differs between the document and a schema, in words; nothing when they agree.</summary>
    public IEnumerable<string> Differences(JsonElement schema)
    {
        JsonElement item = IsList && schema.TryGetProperty("items", out JsonElement items) ? items : schema;
        if (IsList != (schema.GetProperty("type").GetString() == "array"))
        {
            yield return $"{Name} is {schema.GetProperty("type")}";
        }

        (string type, string? format, string[]? values) = Expected();
        if (item.GetProperty("type").GetString() != type)
        {
            yield return $"{Name} is {item.GetProperty("type")}, not {type}";
        }

        if (format is not null && (!item.TryGetProperty("format", out JsonElement given) || given.GetString() != format))
        {
            yield return $"{Name} has not the format {format}";
        }

        if (values is not null && !(item.TryGetProperty("enum", out JsonElement choices) && choices.EnumerateArray().Select(c => c.GetString()!).Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal))))
        {
            yield return $"{Name} may be {(item.TryGetProperty("enum", out choices) ? choices.GetRawText() : "anything")}, not {string.Join('/', values)}";
        }

        string? shown = schema.TryGetProperty("default", out JsonElement value) ? value.GetRawText() : null;
        if (shown != DefaultJson(type))
        {
            yield return $"{Name} has the default {shown ?? "none"}, not {DefaultJson(type) ?? "none"}";
        }
    }

    // A remark may say that some, or all, of what a shorthand stands for has a value from elsewhere.
    private static CatalogParameter Relaxed(CatalogParameter parameter, string remark) =>
        remark.Contains("(each defaults", StringComparison.Ordinal) ? parameter with { IsOptional = true, Default = null }
        : remark.Contains($"({parameter.Name}?", StringComparison.Ordinal) ? parameter with { IsOptional = true }
        : parameter;

    private static CatalogParameter One(string text, bool isShorthand)
    {
        Match match = Form().Match(text);
        Assert.True(match.Success, $"'{text}' is no parameter");
        string? value = match.Groups["default"] is { Success: true } given ? given.Value.Trim() : null;
        return new CatalogParameter(
            match.Groups["name"].Value, match.Groups["type"].Value, match.Groups["list"].Success, match.Groups["optional"].Success || value is not null, Spoken.Contains(value) ? null : value, isShorthand);
    }

    private (string Type, string? Format, string[]? Values) Expected() => Type switch
    {
        "str" or "secret" => ("string", null, null),
        "int" => ("integer", null, null),
        "num" => ("number", null, null),
        "bool" => ("boolean", null, null),
        "obj" => ("object", null, null),
        "time" => ("string", "date-time", null),
        "date" => ("string", "date", null),
        "tf" => ("string", null, ["M1", "M2", "M3", "M4", "M5", "M6", "M10", "M12", "M15", "M20", "M30", "H1", "H2", "H3", "H4", "H6", "H8", "H12", "D1", "W1", "MN1"]),
        _ => ("string", null, Type.Split('/')),
    };

    private string? DefaultJson(string type) => Default is null ? null
        : IsList ? new JsonArray([.. Default.Split('+').Select(v => JsonNode.Parse(Json(v, type)))]).ToJsonString()
        : Json(Default, type);

    private static string Json(string value, string type) => type == "string" ? JsonSerializer.Serialize(value) : value;

    [GeneratedRegex(@"^(?<name>\w+)(?<required>!)?(=(?<default>\d+))?( (?<values>\w+/\w+))?( points)?$")]
    private static partial Regex FixedForm();

    [GeneratedRegex(@"^L(\d+)$")]
    private static partial Regex Limit();

    [GeneratedRegex(@"^(?<name>\w+)\??:(?<type>[\w/]+?)(\[[^\]]+\])?(?<list>\[\])?(?<optional>\?)?(=(?<default>[^{]*(\{\})?))?(\s*\{.*)?$")]
    private static partial Regex Form();
}
