using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OpenTrading.Integration.Tests;

/// <summary>JSON that a caller might send: what a schema asks for, what lies just beside it, and what has nothing to do with it.</summary>
internal static class RandomJson
{
    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1e308", "-1e-308", "99999999999999999999999999999", "0.1", "\"\"", "\" \"", "\"EURUSD\"", "\"TREND1\"", "\"NaN\"", "\"Infinity\"", "\"1e999\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "\"undefined\"", "\"null\"", "\"2020-13-45\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01\"", "\"../../etc/passwd\"", "\"{}\"", "\"[1,2]\"", "\"💥\"",
        "\"' or 1=1 --\"", "\"job_01JGFJJZ00000000000000000\"", "\"%s%n\"", "\"buy\"", "\"H1\"",
    ];

    /// <summary>Any value.</summary>
    public static Gen<string> Value(int depth) => depth == 0
        ? Gen.Elements(Scalars)
        : Gen.Frequency(
            (6, Gen.Elements(Scalars)),
            (1, Value(depth - 1).ArrayOf(3).Select(items => $"[{string.Join(',', items)}]")),
            (1, Object(Gen.Elements("a", "symbol", "constructor", ""), Value(depth - 1))));

    /// <summary>Arguments of a capability: each as its schema has it, nearly so, or anything; some left out, now and then one that it does not know.</summary>
    public static Gen<string> Arguments(JsonElement schema)
    {
        Gen<string>[] members =
        [
            .. schema.GetProperty("properties").EnumerateObject().Select(p => Gen.Frequency(
                (1, Gen.Constant("")), (4, Fitting(p.Value)), (2, Value(2))).Select(value => value.Length == 0 ? "" : $"{JsonSerializer.Serialize(p.Name)}:{value}")),
            Gen.Frequency((5, Gen.Constant("")), (1, Value(1).Select(value => $"\"unknown\":{value}"))),
        ];
        return members.Aggregate((before, member) => from a in before from b in member select a.Length == 0 || b.Length == 0 ? a + b : $"{a},{b}").Select(all => $"{{{all}}}");
    }

    private static Gen<string> Fitting(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out JsonElement choices))
        {
            return Gen.Elements(choices.EnumerateArray().Select(c => c.GetRawText()).ToArray());
        }

        return schema.GetProperty("type").GetString() switch
        {
            "array" => Fitting(schema.GetProperty("items")).ArrayOf(2).Select(items => $"[{string.Join(',', items)}]"),
            "integer" => Number(schema).Select(n => Math.Round(n).ToString("0", CultureInfo.InvariantCulture)),
            "number" => Number(schema).Select(n => n.ToString("R", CultureInfo.InvariantCulture)),
            "boolean" => Gen.Elements("true", "false", "\"1\""),
            "object" => Object(Gen.Elements("a", "b"), Value(1)),
            _ when schema.TryGetProperty("format", out _) => Gen.Elements("\"2018-06-01T00:00:00Z\"", "\"2018-06-30\"", "\"2026-01-05T08:00\""),
            _ => Gen.Elements("\"EURUSD\"", "\"TREND1\"", "\"file:EURUSD\"", "\"routine\"", "\"main\""),
        };
    }

    // The bounds, one beside each, and something between.
    private static Gen<double> Number(JsonElement schema)
    {
        double low = schema.TryGetProperty("minimum", out JsonElement least) ? least.GetDouble() : -1000;
        double high = schema.TryGetProperty("maximum", out JsonElement most) ? most.GetDouble() : 1000;
        return Gen.OneOf(Gen.Elements(low - 1, low, high, high + 1), Gen.Choose(0, 100).Select(share => low + ((high - low) * share / 100)));
    }

    private static Gen<string> Object(Gen<string> names, Gen<string> values) =>
        (from name in names from value in values select $"{JsonSerializer.Serialize(name)}:{value}").ArrayOf(3).Select(members => $"{{{string.Join(',', members)}}}");
}
