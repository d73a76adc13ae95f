using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>The MCP face.</summary>
internal sealed record McpOptions
{
    [ConfigKey("listen", "address and port of the HTTP transports")]
    public string Listen { get; init; } = "127.0.0.1:8020";

    [ConfigKey("embedded", "whether the host serves MCP itself", SeedName = "TRADING_AGENT_DISABLE_EMBEDDED_MCP", SeedInverted = true)]
    public bool Embedded { get; init; } = true;

    [ConfigKey("backend_url", "host that a stand-alone MCP server talks to; none for the own one", SeedName = "TRADING_AGENT_BASE_URL")]
    public string BackendUrl { get; init; } = "none";

    [ConfigKey("transports", "http, sse", SeedName = "MCP_TRANSPORT")]
    public string[] Transports { get; init; } = ["http", "sse"];

    [ConfigKey("data_only", "whether AI clients get data and analysis alone", SeedName = "MCP_DATA_ONLY_MODE")]
    public bool DataOnly { get; init; } = true;

    [ConfigKey("enable_live_tools", "whether AI clients may propose live orders", SeedName = "MCP_ENABLE_LIVE_TOOLS")]
    public bool EnableLiveTools { get; init; }

    [ConfigKey("toolsets", "toolsets that AI clients see")]
    public string[] Toolsets { get; init; } = ["all"];
}
