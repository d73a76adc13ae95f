using System.Globalization;
using System.Text.Json;
using OpenTrading.MetaTrader.Capabilities;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MetaTrader.Market;

/// <summary>The economic calendar of the MetaTrader 5 terminal. MetaTrader 4 has none.</summary>
/// <param name="terminals">The terminals.</param>
/// <param name="time">The broker's reckoning of time.</param>
internal sealed class TerminalCalendar(TerminalSet terminals, BrokerTime time) : ICalendarSource
{
    private const int MostEvents = 20_000;

    private readonly TerminalCalls _calls = new(Platform.Mt5, terminals);

    /// <inheritdoc/>
    public string Name => "mt5";

    /// <inheritdoc/>
    public async Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        try
        {
            Terminal terminal = _calls.Require();
            TimeSpan offset = terminal.Offset;
            List<EconomicEvent?> rows = await _calls.AskAllAsync(
                terminal,
                "calendar",
                m => m.With("from", Math.Max(1, UnixTime.Of(time.FromUtc(from, offset)))).With("to", UnixTime.AtOrAfter(time.FromUtc(to, offset))).With("currencies", ""),
                row => Read(row, offset),
                MostEvents,
                cancellationToken).ConfigureAwait(false);
            EconomicEvent[] events = [.. rows.OfType<EconomicEvent>().Where(e => e.Time >= from && e.Time < to)];
            return new CalendarReading(from, to, events, terminal.Now, rows.Count < MostEvents ? [] : [new Unavailable($"calendar.{Name}", $"of that span the first {MostEvents} events alone were read")]);
        }
        catch (CapabilityException e)
        {
            throw new DataException("mt5 calendar", e.Message, e.Remedy, e);
        }
    }

    // A row without a currency concerns no pair. The hour of an event that has a day alone is the broker's midnight, and means nothing.
    private EconomicEvent? Read(JsonElement row, TimeSpan offset)
    {
        string currency = row.TextOr("currency").ToUpperInvariant();
        string name = row.TextOr("name").Trim();
        if (currency.Length == 0 || name.Length == 0)
        {
            return null;
        }

        DateTime given = row.Time("time");
        bool isTimed = row.TextOr("time_mode", "exact") is "exact" or "tentative";
        string unit = row.TextOr("unit");
        string multiplier = row.TextOr("multiplier");
        int digits = (int)Math.Clamp(row.WholeOr("digits"), 0, 8);
        return new EconomicEvent(isTimed ? time.ToUtc(given, offset) : (given + offset).Date, currency, name, ImpactOf(row.TextOr("importance")), Name)
        {
            IsTimed = isTimed,
            Actual = Figure(row, "actual", digits, unit, multiplier),
            Forecast = Figure(row, "forecast", digits, unit, multiplier),
            Previous = Figure(row, "revised", digits, unit, multiplier) ?? Figure(row, "previous", digits, unit, multiplier),
        };
    }

    private static EventImpact ImpactOf(string importance) => importance switch
    {
        "high" => EventImpact.High,
        "moderate" => EventImpact.Medium,
        _ => EventImpact.Low,
    };

    // Units that stand behind a figure in print; a count or an index has none.
    private static string? Figure(JsonElement row, string name, int digits, string unit, string multiplier)
    {
        if (!row.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out decimal number))
        {
            return null;
        }

        string scale = multiplier switch { "thousands" => "K", "millions" => "M", "billions" => "B", "trillions" => "T", _ => "" };
        return number.ToString($"F{digits}", CultureInfo.InvariantCulture) + scale + (unit == "percent" ? "%" : "");
    }
}
