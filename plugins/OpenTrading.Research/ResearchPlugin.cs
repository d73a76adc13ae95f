using OpenTrading.Research.Articles;
using OpenTrading.Research.Articles.Feeds;
using OpenTrading.Research.Articles.Tavily;
using OpenTrading.Research.Briefs;
using OpenTrading.Research.Calendars;
using OpenTrading.Research.Impacts;
using OpenTrading.Research.Sentiment;
using OpenTrading.Research.Web;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Research;

/// <summary>What others write and announce: news, sentiment, topics, the economic calendar. Nothing of it is trusted, and nothing is made up.</summary>
public sealed class ResearchPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        IPluginContext context = registry.Context;
        ResearchOptions options = context.Options<ResearchOptions>();
        registry.AddCalendar(new CsvCalendar(context.PathInHome(options.Calendar)));

        ArticleDesk desk = Desk(options, context.Wall, () => Environment.GetEnvironmentVariable(options.TavilyKeyVariable));
        registry.AddCapabilities(new ResearchCapabilities(desk, context.Calendar, context.Clock, context.Instruments));
        registry.AddCapabilities(new NewsCapabilities(desk));
        registry.AddCapabilities(new SentimentCapabilities(desk, context.Instruments));
        registry.AddCapabilities(new MacroCapabilities(desk, context.Calendar, context.Clock));
        registry.AddCapabilities(new CalendarCapabilities(context.Calendar, context.Clock, new Paging(context.Wall)));
        registry.AddCapabilities(new ImpactCapabilities(new BarHistory(context), context.Calendar, context.Instruments));
    }

    /// <summary>The sources of news as configured.</summary>
    /// <exception cref="FormatException">An address is none.</exception>
    internal static ArticleDesk Desk(ResearchOptions options, TimeProvider wall, Func<string?> key, WebLimits? limits = null)
    {
        var client = new GuardedClient(
            new AddressGuard(options.PrivateHosts),
            limits ?? new WebLimits { Timeout = TimeSpan.FromSeconds(options.TimeoutS), RequestsPerMinute = options.RequestsPerMinute, CacheLife = TimeSpan.FromSeconds(options.CacheS) },
            wall);
        return new ArticleDesk(
            [new TavilySource(Address("tavily_url", options.TavilyUrl), options.TavilyKeyVariable, key, client), .. options.Feeds.Select(f => new FeedSource(Address("feeds", f), client))],
            $"Set the environment variable {options.TavilyKeyVariable} to a key of Tavily, or name RSS or Atom feeds under research.feeds.",
            wall);
    }

    private static Uri Address(string key, string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https")
        ? address
        : throw new FormatException($"research.{key} '{text}' is no address of the web; write such as https://example.org/feed.xml.");
}
