using System.Text.Json;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Shows a record to a person: its summary, what is single as pairs, what is a list as a table.</summary>
internal static class RecordView
{
    public static void Print(Terminal terminal, JsonElement record)
    {
        if (record.TryGetProperty("summary", out JsonElement summary))
        {
            terminal.Line(summary.GetString()!);
        }

        // Of a job that has ended a person wants the result.
        if (record.TryGetProperty("jobId", out _) && record.TryGetProperty("result", out JsonElement result) && result.ValueKind == JsonValueKind.Object)
        {
            record = result;
        }

        JsonProperty[] members = [.. record.EnumerateObject().Where(m => m.Name is not ("summary" or "columns"))];
        JsonProperty[] lists = [.. members.Where(m => m.Value.ValueKind == JsonValueKind.Array)];
        string[][] pairs = [.. members.Except(lists).Select(m => (string[])[m.Name, Text(m.Value)])];
        if (pairs.Length > 0)
        {
            terminal.Table(["", ""], pairs);
        }

        foreach (JsonProperty list in lists.Where(l => l.Value.GetArrayLength() > 0))
        {
            terminal.Line();
            terminal.Line($"{list.Name}:");
            PrintList(terminal, record, list);
        }
    }

    private static void PrintList(Terminal terminal, JsonElement record, JsonProperty list)
    {
        JsonElement first = list.Value[0];
        if (list.Name == "rows" && record.TryGetProperty("columns", out JsonElement columns) && first.ValueKind == JsonValueKind.Array)
        {
            terminal.Table([.. columns.EnumerateArray().Select(Text)], list.Value.EnumerateArray().Select(row => (string[])[.. row.EnumerateArray().Select(Text)]));
        }
        else if (first.ValueKind == JsonValueKind.Object)
        {
            string[] headings = [.. list.Value.EnumerateArray().SelectMany(item => item.EnumerateObject().Select(m => m.Name)).Distinct(StringComparer.Ordinal)];
            terminal.Table(headings, list.Value.EnumerateArray().Select(item => (string[])[.. headings.Select(h => item.TryGetProperty(h, out JsonElement value) ? Text(value) : "")]));
        }
        else
        {
            terminal.Line(string.Join(", ", list.Value.EnumerateArray().Select(Text)));
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
