using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Research.Calendars;
using OpenTrading.Research.Subjects;
using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Research.Impacts;

/// <summary>What events did to a price.</summary>
/// <param name="history">Bars.</param>
/// <param name="calendar">The calendar.</param>
/// <param name="instruments">Known instruments.</param>
internal sealed class ImpactCapabilities(BarHistory history, IEconomicCalendar calendar, IReadOnlyDictionary<string, Instrument> instruments)
{
    private const int Shown = 24;

    /// <summary>Moves around an event.</summary>
    [Capability("get_event_impact", "research", Effect.Read, "POST /research/event-impact", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("How a symbol moved on past events of a name.")]
    public async Task<ImpactResult> GetEventImpact(
        ICallContext call,
        string symbol,
        [StringLength(120), Description("Part of its name, such as CPI")] string @event,
        Timeframe timeframe = Timeframe.M15,
        [Range(1, 10), Description("Back from the newest bar")] int years = 3)
    {
        string[] wanted = Words.Of(@event);
        if (wanted.Length == 0)
        {
            throw Argument.Refuse("event", "it has no word; write part of the event's name, such as CPI");
        }

        if (!timeframe.IsIntraday())
        {
            throw Argument.Refuse("timeframe", $"a bar of {timeframe} holds too much beside the event; take H12 or a shorter one");
        }

        MarketSymbol resolved = history.Market.Resolve(symbol);

        // Counted back from where the prices end: history that was imported may end long ago.
        DateTime to = history.Market.Bars(resolved, timeframe, 1).Latest.Time + timeframe.Length();
        DateTime from = to.AddYears(-years);
        CalendarReading reading = CalendarCapabilities.Require(await calendar.ReadAsync(from, to, call.CancellationToken).ConfigureAwait(false));
        IReadOnlyList<string> currencies = CurrenciesOf(resolved.Instrument);
        EconomicEvent[] named = [.. reading.Events.Where(e => currencies.Contains(e.Currency) && Words.Contains(Words.Of(e.Name), wanted))];
        if (named.Length == 0)
        {
            throw new CapabilityException(
                ErrorCode.NotFound, $"The calendar has no event of {string.Join(" or ", currencies)} with these words in its name in {years} years", "See get_economic_calendar with from and to for the names there are.");
        }

        MarketBars bars = history.Market.Bars(resolved, timeframe, (int)((to - from) / timeframe.Length()) + 1, named[0].Time.AddDays(-5), to);
        var impact = new ImpactReading(bars, named);
        if (impact.Moves.Count == 0)
        {
            throw new CapabilityException(
                ErrorCode.InsufficientHistory, $"None of {named.Length} events has {timeframe} bars of {resolved.Instrument.Symbol} around it; {resolved.Source} begins at {bars.Bars[0].Time:yyyy-MM-dd}", "Import more history, or take another timeframe.");
        }

        DataStamp stamp = history.Stamp(bars);
        return new ImpactResult
        {
            Summary = $"{resolved.Instrument.Symbol} {timeframe} around {impact.Moves.Count} events: half moved no more than {impact.MedianPips} pips, 19 of 20 no more than {impact.P95Pips}; {impact.UpPct} % up. What was is no promise.",
            Source = resolved.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = resolved.Instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Timeframe = timeframe,
            N = impact.Moves.Count,
            MedianMovePips = impact.MedianPips,
            P95MovePips = impact.P95Pips,
            UpPct = impact.UpPct,
            SpreadPeakPoints = impact.SpreadPeakPoints,
            Occurrences = [.. impact.Moves.Reverse().Take(Shown)],
            Unavailable = reading.Unavailable,
        };
    }

    private IReadOnlyList<string> CurrenciesOf(Instrument instrument) => instruments.ContainsKey(instrument.Symbol)
        ? Subject.Of(instrument.Symbol, instruments).Currencies
        : [.. new[] { instrument.BaseCurrency, instrument.ProfitCurrency }.Distinct(StringComparer.Ordinal)];
}
