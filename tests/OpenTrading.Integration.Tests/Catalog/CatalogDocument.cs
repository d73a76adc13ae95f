namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>The catalog of capabilities as written down: its tables and its own counts.</summary>
internal sealed class CatalogDocument
{
    /// <summary>Its file.</summary>
    public const string File = "CATALOG.md";

    private CatalogDocument(IReadOnlyList<CatalogRow> rows, string counts) => (Rows, Counts) = (rows, counts);

    /// <summary>All capabilities, in order.</summary>
    public IReadOnlyList<CatalogRow> Rows { get; }

    /// <summary>Text of its chapter on counts.</summary>
    public string Counts { get; }

    /// <summary>Reads the document.</summary>
    public static CatalogDocument Read()
    {
        string[] chapters = System.IO.File.ReadAllText(ReferenceFiles.Document(File)).Split("\n## ");
        string capabilities = chapters.Single(c => c.StartsWith("2. ", StringComparison.Ordinal));
        Dictionary<string, CatalogParameter[]> fixedForms = FixedForms(chapters.Single(c => c.StartsWith("3. ", StringComparison.Ordinal)));
        return new CatalogDocument(
            [.. capabilities.Split("\n### ").Skip(1).SelectMany(Table).Select(row => fixedForms.TryGetValue(row.Name, out CatalogParameter[]? own) ? row with { Parameters = own } : row)],
            chapters.Single(c => c.StartsWith("4. ", StringComparison.Ordinal)));
    }

    // The tools of a fixed form have their parameters in a table of their own: name, ! where required, = and its default.
    private static Dictionary<string, CatalogParameter[]> FixedForms(string chapter) => chapter.Split("\n### ").Single(s => s.StartsWith("3.2 ", StringComparison.Ordinal)).Split('\n')
        .Where(l => l.StartsWith("|mt4_", StringComparison.Ordinal))
        .Select(l => l.Replace("\\|", "/", StringComparison.Ordinal).Trim('|').Split('|'))
        .ToDictionary(cells => cells[0], cells => cells[1] == "none" ? [] : Cells.Parts(cells[1], ',').Select(CatalogParameter.OfFixedForm).ToArray());

    private static IEnumerable<CatalogRow> Table(string section)
    {
        string[] lines = section.Split('\n');
        return lines
            .Where(l => l.StartsWith('|') && !l.StartsWith("|Name|", StringComparison.Ordinal) && !l.StartsWith("|-", StringComparison.Ordinal))
            .Select(l => CatalogRow.Read(lines[0].Trim(), [.. l.Trim().Trim('|').Split('|').Concat(["", "", "", ""]).Take(6).Select(c => c.Trim())]));
    }
}
