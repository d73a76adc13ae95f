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
        return new CatalogDocument(
            [.. capabilities.Split("\n### ").Skip(1).SelectMany(Table)],
            chapters.Single(c => c.StartsWith("4. ", StringComparison.Ordinal)));
    }

    private static IEnumerable<CatalogRow> Table(string section)
    {
        string[] lines = section.Split('\n');
        return lines
            .Where(l => l.StartsWith('|') && !l.StartsWith("|Name|", StringComparison.Ordinal) && !l.StartsWith("|-", StringComparison.Ordinal))
            .Select(l => CatalogRow.Read(lines[0].Trim(), [.. l.Trim().Trim('|').Split('|').Concat(["", "", "", ""]).Take(6).Select(c => c.Trim())]));
    }
}
