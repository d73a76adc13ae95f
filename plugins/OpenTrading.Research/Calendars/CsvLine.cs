using System.Text;

namespace OpenTrading.Research.Calendars;

/// <summary>A line of a delimited table, quoted as RFC 4180 has it. A cell does not reach over lines.</summary>
internal static class CsvLine
{
    private const int MostCells = 32;
    private const int MostLength = 4096;

    /// <summary>What separates the cells of a header: the most frequent of comma, semicolon and tab.</summary>
    public static char SeparatorOf(string header) => ",;\t".MaxBy(s => header.Count(c => c == s));

    /// <summary>Its cells.</summary>
    public static string[] Split(string line, char separator)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < Math.Min(line.Length, MostLength) && cells.Count < MostCells; i++)
        {
            char c = line[i];
            if (c == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
