using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Research;

/// <summary>Research from outside as configured.</summary>
[PluginOptions("research")]
public sealed record ResearchOptions
{
    [Option("tavily_key_env", "environment variable that holds the Tavily key; the key itself never stands in a file")]
    public string TavilyKeyVariable { get; init; } = "TAVILY_API_KEY";

    [Option("tavily_url", "base address of Tavily")]
    public string TavilyUrl { get; init; } = "https://api.tavily.com";

    [Option("feeds", "addresses of RSS and Atom feeds")]
    public string[] Feeds { get; init; } = [];

    [Option("calendar", "CSV file, or folder of CSV files, with economic events; a relative path counts from the home")]
    public string Calendar { get; init; } = "import/calendar";

    [Option("private_hosts", "hosts, by name or address, that may lie on this machine or in its network; every other must be public")]
    public string[] PrivateHosts { get; init; } = [];

    [Option("timeout_s", "longest a try may take, seconds", Min = 1, Max = 12)]
    public int TimeoutS { get; init; } = 8;

    [Option("requests_per_minute", "requests to one host in a minute", Min = 1, Max = 600)]
    public int RequestsPerMinute { get; init; } = 30;

    [Option("cache_s", "how long an answer from outside is used again, seconds", Min = 0, Max = 86_400)]
    public int CacheS { get; init; } = 300;
}
