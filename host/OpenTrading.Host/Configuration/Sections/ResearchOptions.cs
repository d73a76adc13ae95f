using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>Research from outside.</summary>
internal sealed record ResearchOptions
{
    [ConfigKey("tavily_key_env", "environment variable that holds the Tavily key; the key itself never stands in a file")]
    public string TavilyKeyVariable { get; init; } = "TAVILY_API_KEY";
}
