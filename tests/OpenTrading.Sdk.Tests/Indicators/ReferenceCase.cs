using System.Text.Json;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>One reference file: an indicator, its arguments, its quotes and the outputs expected at each bar.</summary>
internal sealed record ReferenceCase(
    string Indicator, string Quotes, IReadOnlyDictionary<string, string> Arguments, IReadOnlyDictionary<string, double[]> Expected)
{
    // The references name what they came from; these are the names of this library where a rule does not give them.
    private static readonly Dictionary<string, string> ParameterNames = new()
    {
        ["lookbackPeriods"] = "period",
        ["standardDeviations"] = "deviations",
        ["endType"] = "price",
        ["windowSpan"] = "span",
        ["windowSize"] = "window",
        ["pointType"] = "formula",
    };

    // The references print some outputs twice.
    private static readonly Dictionary<(string Indicator, string Output), string> Aliases = new()
    {
        [("stoch", "k")] = "oscillator",
        [("stoch", "d")] = "signal",
        [("stoch", "j")] = "percentJ",
        [("ulcer", "ui")] = "ulcerIndex",
    };

    // Ids of the references that are spelled otherwise here.
    private static readonly Dictionary<string, string> Ids = new() { ["heikinashi"] = "heikin-ashi" };

    private static readonly string[] TimeColumns = ["timestamp", "date"];

    public static string ParametersFile { get; } = ReferenceFiles.Reference("indicators", "parameters.json");

    public static IEnumerable<string> Files
    {
        get
        {
            // A theory without rows fails instead of being skipped: an absent folder gives one row, which its attribute skips.
            if (!File.Exists(ParametersFile))
            {
                return ["absent"];
            }

            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(ParametersFile));
            return [.. document.RootElement.EnumerateObject().Select(entry => entry.Name)];
        }
    }

    public static ReferenceCase Load(string file)
    {
        using JsonDocument parameters = JsonDocument.Parse(File.ReadAllText(ParametersFile));
        JsonElement entry = parameters.RootElement.GetProperty(file);
        string name = entry.GetProperty("indicator").GetString()!;
        string indicator = Ids.GetValueOrDefault(name, name);
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("indicators", file)));
        return new ReferenceCase(
            indicator,
            entry.GetProperty("quotes").GetString()!,
            entry.GetProperty("parameters").EnumerateObject().ToDictionary(p => ParameterName(p.Name), p => p.Value.ToString()),
            ReadColumns(indicator, results.RootElement));
    }

    public IIndicator Create() => IndicatorClass.Create(Indicator, Arguments);

    private static string ParameterName(string name) =>
        ParameterNames.TryGetValue(name, out string? ours) ? ours
        : name.EndsWith("Periods", StringComparison.Ordinal) ? name[..^1]
        : name;

    private static Dictionary<string, double[]> ReadColumns(string indicator, JsonElement rows)
    {
        IEnumerable<string> names = rows[0].EnumerateObject().Select(cell => cell.Name)
            .Where(name => !TimeColumns.Contains(name) && !Aliases.ContainsKey((indicator, name)));
        return names.ToDictionary(name => name, name => rows.EnumerateArray().Select(row => Number(row.GetProperty(name))).ToArray());
    }

    private static double Number(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => cell.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String when cell.GetString() == "H" => 1,
        JsonValueKind.String when cell.GetString() == "L" => -1,
        _ => throw new InvalidDataException($"{cell} is no output of an indicator."),
    };
}
