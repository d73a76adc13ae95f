using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Calendars;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Research.Articles;
using OpenTrading.Research.Briefs;
using OpenTrading.Research.Calendars;
using OpenTrading.Research.Impacts;
using OpenTrading.Research.Sentiment;
using OpenTrading.Research.Web;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Research.Tests.Support;

/// <summary>All capabilities of research over recorded prices, a calendar file and whatever a stub server answers.</summary>
internal sealed class NewsBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-research-").FullName;
    private readonly RecordedMarket _market = new();

    /// <summary>The machine elsewhere.</summary>
    public StubServer Server { get; } = new();

    /// <summary>What is called.</summary>
    public CapabilityBench Calls { get; private set; } = null!;

    /// <summary>Market time, and the time of the world.</summary>
    public DateTime Now => _market.Clock.Now;

    /// <summary>Opens the bench.</summary>
    /// <param name="key">Key of the search engine; null for none.</param>
    /// <param name="calendar">Lines of the calendar's file; null for no file.</param>
    /// <param name="feeds">Paths of feeds at the server.</param>
    public NewsBench Open(string? key = null, string? calendar = null, params string[] feeds)
    {
        string file = Path.Combine(_folder, "calendar.csv");
        if (calendar is not null)
        {
            File.WriteAllText(file, calendar);
        }

        var csv = new CsvCalendar(file);
        _market.Calendar = new MergedCalendar(() => [csv], TimeProvider.System);
        IPluginContext context = _market.Context();
        var options = new ResearchOptions { TavilyKeyVariable = "OT_TEST_KEY", TavilyUrl = $"{Server.Address}api", Feeds = [.. feeds.Select(f => new Uri(Server.Address, f).AbsoluteUri)], PrivateHosts = ["127.0.0.1"] };
        ArticleDesk desk = ResearchPlugin.Desk(options, new WorldClock(_market.Clock), () => key, new WebLimits { RetryDelay = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromMinutes(2) });
        Calls = new CapabilityBench(
            new NewsCapabilities(desk),
            new SentimentCapabilities(desk, context.Instruments),
            new ResearchCapabilities(desk, context.Calendar, context.Clock, context.Instruments),
            new MacroCapabilities(desk, context.Calendar, context.Clock),
            new CalendarCapabilities(context.Calendar, context.Clock, new Paging(TimeProvider.System)),
            new ImpactCapabilities(new BarHistory(context), context.Calendar, context.Instruments));
        return this;
    }

    /// <summary>A feed of articles: hours before now, title, digest.</summary>
    public string Feed(params (int HoursAgo, string Title, string Digest)[] articles) =>
        "<rss><channel>" + string.Concat(articles.Select((a, i) =>
            $"<item><title><![CDATA[{a.Title}]]></title><link>https://news.example/{i}</link><description><![CDATA[{a.Digest}]]></description><pubDate>{Now.AddHours(-a.HoursAgo):R}</pubDate></item>")) + "</channel></rss>";

    public void Dispose()
    {
        Calls?.Dispose();
        _market.Dispose();
        Directory.Delete(_folder, recursive: true);
        Server.Dispose();
    }

    // Stands still where time is told, and runs where it is measured.
    private sealed class WorldClock(TimeProvider still) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => still.GetUtcNow();
    }
}
