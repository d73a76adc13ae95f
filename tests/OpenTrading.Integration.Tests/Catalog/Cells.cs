using System.Text;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>Takes the cells of the document's tables apart.</summary>
internal static class Cells
{
    /// <summary>Parts between commas, or semicolons, that stand in no bracket.</summary>
    public static IEnumerable<string> Parts(string cell, params char[] separators)
    {
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= cell.Length; i++)
        {
            char at = i < cell.Length ? cell[i] : separators[0];
            depth += at is '(' or '[' or '{' ? 1 : at is ')' or ']' or '}' ? -1 : 0;
            if ((i == cell.Length || depth == 0) && separators.Contains(at))
            {
                if (cell[from..i].Trim() is { Length: > 0 } part)
                {
                    yield return part;
                }

                from = i + 1;
            }
        }
    }

    /// <summary>A cell without what stands in round brackets.</summary>
    public static string WithoutRemarks(string cell)
    {
        int depth = 0;
        var kept = new StringBuilder();
        foreach (char at in cell)
        {
            depth += at == '(' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(at);
            }

            depth -= at == ')' ? 1 : 0;
        }

        return kept.ToString().Replace("  ", " ", StringComparison.Ordinal).Trim();
    }
}
