using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Research.Calendars;

/// <summary>
/// Economic events of one table. Its header names the columns, in any order: <c>time</c> (or <c>date</c> and <c>time</c>), <c>currency</c>, <c>event</c>
/// and, where there are any, <c>impact</c>, <c>actual</c>, <c>forecast</c>, <c>previous</c>. Times are UTC unless they carry an offset. A row that is none
/// is left out and counted.
/// </summary>
internal sealed class EventFile
{
    private const int MostRows = 200_000;
    private const int MostName = 120;
    private const int MostFigure = 24;

    // Names that common exports give the columns.
    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["time"] = "time", ["datetime"] = "time", ["timestamp"] = "time", ["date"] = "date", ["currency"] = "currency", ["ccy"] = "currency", ["event"] = "event", ["name"] = "event", ["title"] = "event",
        ["impact"] = "impact", ["importance"] = "impact", ["actual"] = "actual", ["forecast"] = "forecast", ["consensus"] = "forecast", ["previous"] = "previous",
    };

    private static readonly string[] Needed = ["time", "currency", "event"];

    private readonly EconomicEvent[] _events;

    private EventFile(IEnumerable<EconomicEvent> events, string? fault) => (_events, Fault) = ([.. events.OrderBy(e => e.Time)], fault);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Fault { get; }

    /// <summary>A file that is not read.</summary>
    public static EventFile Refused(string why) => new([], why);

    /// <summary>Events of a span, by time.</summary>
    public IEnumerable<EconomicEvent> Between(DateTime from, DateTime to) => _events.SkipWhile(e => e.Time < from).TakeWhile(e => e.Time < to);

    /// <summary>Reads the lines of a table.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="source">Name of its source.</param>
    public static EventFile Read(IEnumerable<string> lines, string source)
    {
        using IEnumerator<string> line = lines.GetEnumerator();
        if (!line.MoveNext())
        {
            return Refused("it is empty");
        }

        char separator = CsvLine.SeparatorOf(line.Current);
        Dictionary<string, int> columns = [];
        string[] header = CsvLine.Split(line.Current.TrimStart('\ufeff'), separator);
        for (int i = 0; i < header.Length; i++)
        {
            if (Columns.TryGetValue(header[i].Trim(), out string? column))
            {
                columns.TryAdd(column, i);
            }
        }

        string[] absent = [.. Needed.Where(c => !columns.ContainsKey(c) && !(c == "time" && columns.ContainsKey("date")))];
        if (absent.Length > 0)
        {
            return Refused($"its header has no column {string.Join(", ", absent)}");
        }

        List<EconomicEvent> events = [];
        (int rows, int bad, int firstBad) = (0, 0, 0);
        while (line.MoveNext() && rows < MostRows)
        {
            rows++;
            if (line.Current.Length == 0)
            {
                continue;
            }

            if (ReadRow(CsvLine.Split(line.Current, separator), columns, source) is { } one)
            {
                events.Add(one);
            }
            else if (bad++ == 0)
            {
                firstBad = rows + 1;
            }
        }

        return new EventFile(
            events,
            rows == MostRows ? $"only its first {MostRows} rows were read"
            : bad > 0 ? $"{bad} of {rows} rows are no events and were left out, the first in line {firstBad}"
            : null);
    }

    private static EconomicEvent? ReadRow(string[] cells, Dictionary<string, int> columns, string source)
    {
        string currency = Cell("currency", 8).ToUpperInvariant();
        string name = Cell("event", MostName);
        return currency.Length == 3 && currency.All(char.IsAsciiLetterUpper) && name.Length > 0 && EventTime.Read(Cell("date", 40), Cell("time", 40)) is { } time
            ? new EconomicEvent(time.Time, currency, name, EventImpacts.Read(Cell("impact", 20)), source)
            {
                IsTimed = time.IsTimed,
                Actual = Figure("actual"),
                Forecast = Figure("forecast"),
                Previous = Figure("previous"),
            }
            : null;

        string Cell(string column, int most) => columns.TryGetValue(column, out int i) && i < cells.Length ? OutsideText.Plain(cells[i], most) : "";

        string? Figure(string column) => Cell(column, MostFigure) is { Length: > 0 } text ? text : null;
    }
}
