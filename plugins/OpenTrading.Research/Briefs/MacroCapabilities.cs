using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Research.Articles;
using OpenTrading.Research.Calendars;
using OpenTrading.Research.Subjects;
using OpenTrading.Research.Topics;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Briefs;

/// <summary>News and events of an economy.</summary>
/// <param name="desk">Articles.</param>
/// <param name="calendar">The calendar.</param>
/// <param name="clock">Market time.</param>
internal sealed class MacroCapabilities(ArticleDesk desk, IEconomicCalendar calendar, TimeProvider clock)
{
    private const int Days = 7;
    private const int MostArticles = 40;
    private const int ShownThemes = 6;
    private const int ShownEvents = 10;

    /// <summary>An economy at a glance.</summary>
    [Capability("get_macro_context", "research", Effect.Read, "POST /research/macro", Errors = [ErrorCode.DataUnavailable])]
    [Description("News on an economy by topic, its policy rate, and the events ahead.")]
    public async Task<MacroResult> GetMacroContext(ICallContext call, [StringLength(20), Description("Such as US, EU, UK, JP")] string region = "US")
    {
        var economy = Region.Of(region);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        Task<CalendarReading> reading = calendar.ReadAsync(now.AddMonths(-4), now.AddDays(Days), call.CancellationToken);
        ArticleReading news = await desk.ReadAsync(economy.ToQuery(Days, MostArticles), call.CancellationToken).ConfigureAwait(false);
        CalendarReading events = await reading.ConfigureAwait(false);
        var rate = PolicyRate.Of(events.Events.Where(e => e.Time <= now), economy.Currency);
        Unavailable[] missing =
        [
            .. news.Unavailable,
            .. events.Unavailable,
            .. rate is null ? [new Unavailable("rates", events.AsOf is null ? "there is no calendar to read a decision from" : "the calendar of four months holds no decision with a figure")] : Array.Empty<Unavailable>(),
        ];
        if (news.AsOf is null && events.AsOf is null)
        {
            throw desk.Refusal(missing);
        }

        ShownEvent[] ahead = [.. events.Events.Where(e => e.Time >= now && e.Currency == economy.Currency && e.Impact >= EventImpact.Medium).Take(ShownEvents).Select(ShownEvent.Of)];
        Theme[] themes = [.. TopicReading.Of(news.Articles).Take(ShownThemes).Select(t => new Theme(t.Topic.Name, t.Stance, t.Links))];
        string[] sources = [.. themes.Length > 0 ? news.Sources : [], .. ahead.Select(e => e.Source), .. rate is null ? [] : new[] { rate.Source }];
        return new MacroResult
        {
            Summary = $"{economy.Name}: {(themes.Length > 0 ? string.Join(", ", themes.Select(t => $"{t.Name} {t.Stance}")) : "no theme in the news")}{(rate is null ? "" : $"; rate {rate.Value}")}; {ahead.Length} events in {Days} days{(missing.Length > 0 ? $"; {missing.Length} parts missing" : "")}.",
            Source = sources.Length > 0 ? ArticleShow.SourceOf(sources) : news.AsOf is not null ? ArticleShow.SourceOf(news.Sources) : "calendar",
            AsOf = news.AsOf ?? events.AsOf!.Value,
            Region = economy.Code,
            Themes = themes,
            Rates = rate,
            NextEvents = ahead,
            Unavailable = missing,
        };
    }
}
