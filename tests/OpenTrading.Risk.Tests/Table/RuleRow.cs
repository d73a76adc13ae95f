using System.Globalization;
using System.Text.RegularExpressions;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Table;

/// <summary>A row of the rule table as it is written.</summary>
internal sealed partial record RuleRow(string Id, IReadOnlyList<RuleRow.Parameter> Parameters, OrderClass Classes, string Remedy)
{
    /// <summary>Where the table stands.</summary>
    public const string Document = "RISK.md";

    /// <summary>The rows of a document.</summary>
    public static IReadOnlyList<RuleRow> Read(string file) =>
    [
        .. File.ReadAllLines(file)
            .SkipWhile(line => line != "### 3.1 Table")
            .TakeWhile(line => !line.StartsWith("### 3.2", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|id|", StringComparison.Ordinal) && !line.StartsWith("|---", StringComparison.Ordinal))
            .Select(Row),
    ];

    private static RuleRow Row(string line)
    {
        string[] cells = line.Trim('|').Split('|');
        return new RuleRow(cells[0].Split(' ')[0], Written(cells[1]), Class(cells[4]), cells[6]);
    }

    private static IReadOnlyList<Parameter> Written(string cell) =>
    [
        .. MandatoryForm().Matches(cell).Select(m => new Parameter(m.Groups["name"].Value, null, null, null, null, false)),
        .. Form().Matches(cell.Split(';')[0]).Select(m => new Parameter(
            m.Groups["name"].Value,
            m.Groups["paper"].Value.Trim('"'),
            m.Groups["live"] is { Success: true } live ? live.Value : null,
            Number(m.Groups["min"]),
            Number(m.Groups["max"]),
            m.Groups["star"].Success)),
    ];

    private static decimal? Number(Group group) => group is { Success: true, Length: > 0 } ? decimal.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    private static OrderClass Class(string cell) => cell.Split(' ').Select(word => word switch
    {
        "all" => OrderClass.All,
        "E+" => OrderClass.EntryOrRaise,
        "E" => OrderClass.Entry,
        "M+" => OrderClass.Raise,
        "M-" => OrderClass.Tighten,
        "R" => OrderClass.Reduce,
        "C" => OrderClass.Close,
        _ => throw new FormatException($"'{word}' is no class of orders."),
    }).Aggregate((one, other) => one | other);

    [GeneratedRegex("""(?<name>\w+) \(mandatory[:)]""")]
    private static partial Regex MandatoryForm();

    [GeneratedRegex("""(?<name>\w+)=(?<paper>"[^"]*"|\[\{.*\}\]|\[[^\]]*\]|[\w.]+)(?: / (?<live>[\w.]+))?(?: min)?(?: \[(?<min>[\d.]+?)\.\.(?<max>[\d.]*)\])?(?<star> \*)?""")]
    private static partial Regex Form();

    /// <summary>A parameter as it is written.</summary>
    internal sealed record Parameter(string Name, string? Paper, string? Live, decimal? Min, decimal? Max, bool PerSymbol);
}
