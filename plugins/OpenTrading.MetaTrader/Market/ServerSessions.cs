using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>Trading hours of a symbol, which a terminal tells in its server's time.</summary>
internal static class ServerSessions
{
    private const int DaySeconds = 86_400;
    private const int WeekSeconds = 7 * DaySeconds;

    /// <summary>The hours in UTC, each window within one day. Empty where the terminal tells none.</summary>
    /// <param name="answer">Holds rows of day (0 Sunday), start and end in seconds of the server's day.</param>
    /// <param name="name">Their name there.</param>
    /// <param name="offset">Server time less UTC.</param>
    public static IReadOnlyList<TradingSession> ToUtc(JsonElement answer, string name, TimeSpan offset)
    {
        if (!answer.TryGetProperty(name, out JsonElement rows) || rows.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var windows = new List<TradingSession>();
        foreach (JsonElement row in rows.EnumerateArray())
        {
            (long day, long from, long to) = (row.Whole(0), row.Whole(1), row.Whole(2));
            if (day is < 0 or > 6 || from < 0 || to > DaySeconds || from >= to)
            {
                continue;
            }

            long start = (day * DaySeconds) + from - (long)offset.TotalSeconds;
            Add(windows, start, start + (to - from));
        }

        return [.. windows.OrderBy(w => w.Day).ThenBy(w => w.From)];
    }

    private static void Add(List<TradingSession> windows, long start, long end)
    {
        while (start < end)
        {
            long second = ((start % WeekSeconds) + WeekSeconds) % WeekSeconds;
            long length = Math.Min(end - start, DaySeconds - (second % DaySeconds));
            windows.Add(new TradingSession(
                (DayOfWeek)(second / DaySeconds), TimeSpan.FromSeconds(second % DaySeconds), TimeSpan.FromSeconds((second % DaySeconds) + length)));
            start += length;
        }
    }
}
