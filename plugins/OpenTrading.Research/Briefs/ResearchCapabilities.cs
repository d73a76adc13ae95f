using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Research.Articles;
using OpenTrading.Research.Calendars;
using OpenTrading.Research.Sentiment;
using OpenTrading.Research.Subjects;
using OpenTrading.Research.Texts;
using OpenTrading.Research.Topics;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Research.Briefs;

/// <summary>News, topics, sentiment and events on a symbol in one answer.</summary>
/// <param name="desk">Articles.</param>
/// <param name="calendar">The calendar.</param>
/// <param name="clock">Market time.</param>
/// <param name="instruments">Known instruments.</param>
internal sealed class ResearchCapabilities(ArticleDesk desk, IEconomicCalendar calendar, TimeProvider clock, IReadOnlyDictionary<string, Instrument> instruments)
{
    private const int MostArticles = 30;
    private const int ShownArticles = 10;
    private const int ShownDrivers = 5;
    private const int ShownEvents = 10;

    // A driver points nowhere where its articles' words balance this closely.
    private const double Balanced = 10;

    /// <summary>Everything from outside on a symbol.</summary>
    [Capability("market_research", "research", Effect.Read, "POST /research/market", Errors = [ErrorCode.DataUnavailable])]
    [Description("News, topics, sentiment and coming events on a symbol; counted, not judged.")]
    public async Task<ResearchResult> MarketResearch(
        ICallContext call,
        string symbol,
        [StringLength(300), Description("What to look for besides")] string? question = null,
        [Range(1, 30)] int days = 3)
    {
        var subject = Subject.Of(symbol, instruments);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        Task<CalendarReading> reading = calendar.ReadAsync(now, now.AddDays(7), call.CancellationToken);
        ArticleReading news = await desk.ReadAsync(subject.ToQuery(days, OutsideText.Plain(question, 300), MostArticles), call.CancellationToken).ConfigureAwait(false);
        CalendarReading events = await reading.ConfigureAwait(false);
        Unavailable[] missing = [.. news.Unavailable, .. events.Unavailable];
        if (news.AsOf is null && events.AsOf is null)
        {
            throw desk.Refusal(missing);
        }

        var sentiment = new SentimentReading(news.Articles, subject);
        ShownEvent[] ahead = [.. events.Events.Where(e => e.Impact >= EventImpact.Medium && subject.Currencies.Contains(e.Currency)).Take(ShownEvents).Select(ShownEvent.Of)];
        Driver[] drivers = [.. TopicReading.Of(news.Articles).Take(ShownDrivers).Select(t => ToDriver(t, sentiment, news.Articles.Count))];
        BriefArticle[] articles = [.. news.Articles.Take(ShownArticles).Select(a => new BriefArticle(OutsideText.Marked(a.Title), a.Link, a.PublishedAt, a.Source))];
        string[] sources = [.. articles.Select(a => a.Source), .. ahead.Select(e => e.Source)];
        return new ResearchResult
        {
            Summary = $"{subject.Symbol}: {news.Articles.Count} articles of {days} days, {ahead.Length} events in 7 days{(missing.Length > 0 ? $"; {missing.Length} sources missing" : "")}. {OutsideText.Notice}",
            Source = sources.Length > 0 ? ArticleShow.SourceOf(sources) : news.AsOf is not null ? ArticleShow.SourceOf(news.Sources) : "calendar",
            AsOf = news.AsOf ?? events.AsOf!.Value,
            Symbol = subject.Symbol,
            Answer = Answer(subject, news, sentiment, drivers, ahead, days),
            Drivers = drivers,
            Sentiment = sentiment.Score,
            Calendar = ahead,
            Articles = articles,
            Unavailable = missing,
        };
    }

    private static Driver ToDriver(TopicReading topic, SentimentReading sentiment, int articles)
    {
        string direction = sentiment.Of([.. topic.Articles]) switch { null => "unclear", >= Balanced => "up", <= -Balanced => "down", _ => "mixed" };
        return new Driver(topic.Topic.Name, direction, (int)Math.Round(100.0 * topic.Articles.Count / articles), topic.Stance, topic.Links);
    }

    private static string Answer(Subject subject, ArticleReading news, SentimentReading sentiment, Driver[] drivers, ShownEvent[] ahead, int days)
    {
        string score = sentiment.Score is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"the words of {sentiment.Scored.Count} of them score {known} ({SentimentMethod.Label(known)})")
            : "none of them has a word that counts";
        string written = news.AsOf is null ? "No source of news answered."
            : news.Articles.Count == 0 ? $"No article on {subject.Name} in {days} days."
            : $"{news.Articles.Count} articles on {subject.Name} in {days} days; {score}.";
        string about = drivers.Length == 0 ? "" : $" They speak most of {string.Join(", ", drivers.Take(3).Select(d => $"{d.Topic} ({d.Strength} %, {d.Stance}, price {d.Direction})"))}.";
        ShownEvent? first = ahead.FirstOrDefault(e => e.Impact == EventImpact.High) ?? ahead.FirstOrDefault();
        string next = first is null
            ? " No event ahead is known."
            : $" Next: {first.Time:yyyy-MM-dd HH:mm}Z {first.Currency} {first.Name} ({first.Impact.ToString().ToLowerInvariant()}).";
        return $"{written}{about}{next}";
    }
}
