using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>Reads a plan of exits as callers write it: numbers in quotes too, whatever is wrong named with its place.</summary>
public static class ExitReader
{
    private const int MostParts = 10;
    private static readonly string[] Members = ["breakEvenAtR", "trailPoints", "trailAtr", "partial", "maxBars"];
    private static readonly string[] PartMembers = ["atR", "pct"];

    /// <summary>The plan; null when nothing is asked for.</summary>
    /// <param name="exits">The object; null for none.</param>
    /// <param name="stopLoss">Stop of the order.</param>
    /// <exception cref="CapabilityException">It is malformed, or needs a stop that the order has not.</exception>
    public static ExitPlan? Read(JsonElement? exits, decimal? stopLoss)
    {
        if (exits is not { } given)
        {
            return null;
        }

        var faults = new List<ErrorDetail>();
        RequireKnown(given, Members, ["exits"], faults);
        var plan = new ExitPlan
        {
            BreakEvenAtR = Number(given, "breakEvenAtR", 100, ["exits"], faults),
            TrailPoints = Number(given, "trailPoints", 1_000_000, ["exits"], faults),
            TrailAtr = Number(given, "trailAtr", 100, ["exits"], faults),
            Partial = Parts(given, faults),
            MaxBars = Whole(Number(given, "maxBars", 100_000, ["exits"], faults), faults),
        };
        if (plan.TrailPoints is not null && plan.TrailAtr is not null)
        {
            faults.Add(new ErrorDetail(["exits", "trailAtr"], "A stop follows by points or by ATR, not by both"));
        }

        if (plan.NeedsStop && stopLoss is null)
        {
            faults.Add(new ErrorDetail(["stopLoss"], "Required: break-even and parts are measured in multiples of its distance"));
        }

        return faults.Count > 0 ? throw Refuse(faults) : plan.IsEmpty ? null : plan;
    }

    private static CapabilityException Refuse(List<ErrorDetail> faults) => new(
        ErrorCode.ValidationError, string.Join("; ", faults.Select(f => $"{string.Join('.', f.Path)}: {f.Message}")), "Correct the arguments named in details.", faults);

    private static IReadOnlyList<PartialExit> Parts(JsonElement given, List<ErrorDetail> faults)
    {
        if (!given.TryGetProperty("partial", out JsonElement list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostParts)
        {
            faults.Add(new ErrorDetail(["exits", "partial"], $"Expected an array of at most {MostParts} {{atR, pct}}"));
            return [];
        }

        var parts = new List<PartialExit>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            string[] path = ["exits", "partial", parts.Count.ToString(CultureInfo.InvariantCulture)];
            if (item.ValueKind != JsonValueKind.Object)
            {
                faults.Add(new ErrorDetail(path, "Expected {atR, pct}"));
                continue;
            }

            RequireKnown(item, PartMembers, path, faults);
            decimal? at = Required(item, "atR", path, faults);
            decimal? pct = Required(item, "pct", path, faults);
            parts.Add(new PartialExit(at ?? 0, pct ?? 0));
        }

        if (parts.Sum(p => p.Pct) > 100)
        {
            faults.Add(new ErrorDetail(["exits", "partial"], "The parts are more than 100 % together"));
        }

        return [.. parts.OrderBy(p => p.AtR)];
    }

    private static decimal? Required(JsonElement item, string name, string[] path, List<ErrorDetail> faults)
    {
        if (item.TryGetProperty(name, out _))
        {
            return Number(item, name, 100, path, faults);
        }

        faults.Add(new ErrorDetail([.. path, name], "Required"));
        return null;
    }

    private static void RequireKnown(JsonElement given, string[] known, string[] path, List<ErrorDetail> faults)
    {
        foreach (JsonProperty member in given.EnumerateObject().Where(m => !known.Contains(m.Name)))
        {
            string near = Suggestion.Nearest(member.Name, known) is { } guess ? $"did you mean '{guess}'?" : $"there are {string.Join(", ", known)}";
            faults.Add(new ErrorDetail([.. path, member.Name], $"Unknown argument '{member.Name}'; {near}"));
        }
    }

    private static decimal? Number(JsonElement given, string name, decimal most, string[] path, List<ErrorDetail> faults)
    {
        if (!given.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal number))
        {
            faults.Add(new ErrorDetail([.. path, name], $"Expected number, received {value.ValueKind.ToString().ToLowerInvariant()}"));
            return null;
        }

        if (number <= 0 || number > most)
        {
            faults.Add(new ErrorDetail([.. path, name], string.Create(CultureInfo.InvariantCulture, $"Number must be above 0 and at most {most}")));
        }

        return number;
    }

    private static int? Whole(decimal? number, List<ErrorDetail> faults)
    {
        if (number is { } value && value != decimal.Truncate(value))
        {
            faults.Add(new ErrorDetail(["exits", "maxBars"], "Expected integer"));
        }

        return (int?)number;
    }
}
