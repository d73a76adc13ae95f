using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Resources;

/// <summary>The entries of a day as a page to read.</summary>
internal static class JournalPage
{
    /// <summary>Arguments that ask for a day's entries.</summary>
    /// <exception cref="CapabilityException">The date is none.</exception>
    public static JsonObject Ask(IReadOnlyDictionary<string, string> variables)
    {
        if (!DateOnly.TryParseExact(variables["date"], "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out DateOnly day) || day == DateOnly.MaxValue)
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"'{variables["date"]}' is no date", "Write it as 2026-01-05.");
        }

        return new JsonObject { ["from"] = $"{day:yyyy-MM-dd}T00:00:00Z", ["to"] = $"{day.AddDays(1):yyyy-MM-dd}T00:00:00Z", ["limit"] = 200 };
    }

    /// <summary>The page, oldest entry first.</summary>
    /// <param name="record">What <c>list_journal_entries</c> answered.</param>
    public static string Render(JsonElement record)
    {
        var page = new StringBuilder($"{record.GetProperty("summary").GetString()}\n");
        foreach (JsonElement entry in record.GetProperty("entries").EnumerateArray().Reverse())
        {
            page.Append($"\n- {entry.GetProperty("time").GetString()![11..16]} {entry.GetProperty("kind").GetString()} **{entry.GetProperty("title").GetString()}**");
            foreach (string name in (string[])["symbol", "tradeId", "r", "entryId"])
            {
                if (entry.TryGetProperty(name, out JsonElement value))
                {
                    page.Append($" · {(name == "r" ? $"{value} R" : value.ToString())}");
                }
            }

            foreach (JsonElement tag in entry.GetProperty("tags").EnumerateArray())
            {
                page.Append($" #{tag.GetString()}");
            }
        }

        return page.Append(record.TryGetProperty("nextCursor", out _) ? "\n\nThere are more: ask list_journal_entries.\n" : "\n").ToString();
    }
}
