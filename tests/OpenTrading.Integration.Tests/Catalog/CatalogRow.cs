using System.Text.RegularExpressions;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>A row of the document: one capability.</summary>
/// <param name="Toolset">Its group.</param>
/// <param name="Name">Name.</param>
/// <param name="Effect">Letter of its effect.</param>
/// <param name="IsDestructive">Whether it bears the mark of what cannot be brought back.</param>
/// <param name="RaisesRisk">Whether it bears the mark of what the kill switch stops.</param>
/// <param name="Route">REST method and route.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Fields">Fields of its result with whether each may be absent; null where the document describes the result in words.</param>
/// <param name="Errors">Codes of its own errors.</param>
internal sealed partial record CatalogRow(
    string Toolset,
    string Name,
    char Effect,
    bool IsDestructive,
    bool RaisesRisk,
    string Route,
    IReadOnlyList<CatalogParameter> Parameters,
    IReadOnlyDictionary<string, bool>? Fields,
    IReadOnlyCollection<string> Errors)
{
    private static readonly Dictionary<string, string> Shorthand = new()
    {
        ["N"] = "NOT_FOUND",
        ["NC"] = "NOT_CONNECTED",
        ["DU"] = "DATA_UNAVAILABLE",
        ["IH"] = "INSUFFICIENT_HISTORY",
        ["SC"] = "STATE_CONFLICT",
        ["LD"] = "LIVE_DISABLED",
        ["IF"] = "INTEGRITY_FAILED",
        ["D"] = "SYMBOL_UNKNOWN,DU,IH",
        ["X"] = "KILL_SWITCH_ACTIVE,RISK_REJECTED,STALE_DATA,MARKET_CLOSED,SYMBOL_UNKNOWN,DU,CONFLICT",
        ["Y"] = "X,LD,NC,APPROVAL_REQUIRED,APPROVAL_EXPIRED,BROKER_REJECTED,OUTCOME_UNKNOWN",
    };

    /// <summary>Reads the cells of a row.</summary>
    public static CatalogRow Read(string toolset, string[] cells) => new(
        toolset,
        cells[0].Split(' ')[0],
        cells[1][0],
        cells[0].Contains('✖'),
        cells[0].Contains('⛔'),
        cells[2],
        [.. ReadParameters(cells[3]).Concat(Implied(toolset, cells[0]))],
        ReadFields(cells[4]),
        [.. Cells.Parts(cells[5], ',').SelectMany(ErrorsOf).Distinct(StringComparer.Ordinal)]);

    // Said once, at the first of them: all rows that read or ask of an account at a broker may name it.
    private static IEnumerable<CatalogParameter> Implied(string toolset, string name) =>
        toolset == "live" && name.Split(' ')[0] is { } word && (word.StartsWith("live_list", StringComparison.Ordinal) || word.StartsWith("request_", StringComparison.Ordinal))
            ? CatalogParameter.Read("account:str?")
            : [];

    // Where a cell points elsewhere or offers a choice of two, there is nothing to compare by name.
    private static IEnumerable<CatalogParameter> ReadParameters(string cell) =>
        cell is "none" or "" || cell.StartsWith('§') ? [] : CatalogParameter.Read(cell.Replace(" or ", ",", StringComparison.Ordinal));

    private static Dictionary<string, bool>? ReadFields(string cell)
    {
        string[] parts = [.. Cells.Parts(Cells.Parts(cell, ';').FirstOrDefault(""), ',').Select(Cells.WithoutRemarks)];
        if (parts.Length > 0 && ItemsAsElsewhere().IsMatch(parts[0]))
        {
            // What follows belongs to the items.
            parts = [parts[0].Split(':')[0]];
        }

        return parts.Length == 0 || parts.Any(p => Prose().IsMatch(p)) ? null : parts.SelectMany(Names).ToDictionary(f => f.Name, f => f.IsOptional, StringComparer.Ordinal);
    }

    // volumeMin/Max/Step stands for volumeMin, volumeMax and volumeStep.
    private static IEnumerable<(string Name, bool IsOptional)> Names(string part)
    {
        Match match = Field().Match(part);
        string first = match.Groups["name"].Value;
        string stem = LastWord().Replace(first, "");
        return match.Groups["more"].Captures.Select(c => stem + c.Value).Prepend(first).Select(n => (n, match.Groups["optional"].Success));
    }

    private static IEnumerable<string> ErrorsOf(string part)
    {
        string word = Cells.WithoutRemarks(part);
        return Shorthand.TryGetValue(word, out string? spelt) ? spelt.Split(',').Select(s => s.Trim()).SelectMany(ErrorsOf) : [word];
    }

    [GeneratedRegex(@"^(the |as |all |§|raw )")]
    private static partial Regex Prose();

    [GeneratedRegex(@"^\w+\[\]: as ")]
    private static partial Regex ItemsAsElsewhere();

    [GeneratedRegex(@"^(?<name>[a-z]\w*)(/(?<more>[A-Z]\w*))*(\[\])*(?<optional>\?)?")]
    private static partial Regex Field();

    [GeneratedRegex(@"[A-Z][a-z]*$")]
    private static partial Regex LastWord();
}
