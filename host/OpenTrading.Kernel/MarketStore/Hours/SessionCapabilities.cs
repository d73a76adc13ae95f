using System.ComponentModel;
using System.Globalization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Hours;

/// <summary>When markets trade.</summary>
/// <param name="market">Instruments and market time.</param>
public sealed class SessionCapabilities(MarketReader market)
{
    /// <summary>Trading hours.</summary>
    [Capability("get_sessions", "market", Effect.Read, "GET /market/sessions", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable])]
    [Description("Trading hours of a symbol and of the trading centres, next rollover; UTC.")]
    public SessionsResult GetSessions(string? symbol = null)
    {
        DateTime now = market.Now;
        Instrument? instrument = symbol is null ? null : market.Instrument(symbol);
        MarketHours? hours = instrument is null ? null : MarketReader.Hours(instrument);
        CenterHours[] centers = [.. TradingCenter.All.Select(c => c.At(now))];
        string[] open = [.. centers.Where(c => c.Open).Select(c => c.Name)];
        List<Unavailable> unknown = [new("holidays", "No calendar of holidays is configured.")];
        if (hours is { IsKnown: false })
        {
            unknown.Add(new Unavailable("week", $"No sessions of {instrument!.Symbol} are configured."));
        }

        return new SessionsResult
        {
            Summary = $"{Describe(instrument, hours, now)}Open centres: {(open.Length == 0 ? "none" : string.Join(", ", open))}.",
            AsOf = now,
            Symbol = instrument?.Symbol,
            OpenNow = hours?.IsOpen(now),
            NextOpenAt = hours?.NextOpen(now),
            NextCloseAt = hours?.NextClose(now),
            Week = [.. hours?.Week(now).Select(w => SessionWindow.Of(w.From, w.To)) ?? []],
            Holidays = [],
            Centers = centers,
            Overlaps = [.. Overlaps(now)],
            RolloverAt = market.Day.NextStart(now),
            Unavailable = unknown,
        };
    }

    private static string Describe(Instrument? instrument, MarketHours? hours, DateTime now)
    {
        if (instrument is null || hours?.IsOpen(now) is not { } isOpen)
        {
            return "";
        }

        DateTime? turns = isOpen ? hours.NextClose(now) : hours.NextOpen(now);
        string until = turns is { } at ? string.Create(CultureInfo.InvariantCulture, $" until {at:yyyy-MM-dd HH:mm} UTC") : "";
        return $"{instrument.Symbol} is {(isOpen ? "open" : "closed")}{until}. ";
    }

    private static IEnumerable<CenterOverlap> Overlaps(DateTime now)
    {
        (string Name, DateTime From, DateTime To)[] hours = [.. TradingCenter.All.Select(c => (c.Name, Next: c.Following(now).First())).Select(c => (c.Name, c.Next.From, c.Next.To))];
        for (int a = 0; a < hours.Length; a++)
        {
            for (int b = a + 1; b < hours.Length; b++)
            {
                DateTime from = hours[a].From > hours[b].From ? hours[a].From : hours[b].From;
                DateTime to = hours[a].To < hours[b].To ? hours[a].To : hours[b].To;
                if (from < to)
                {
                    yield return new CenterOverlap([hours[a].Name, hours[b].Name], from, to);
                }
            }
        }
    }
}
