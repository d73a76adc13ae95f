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

    [ConfigKey("backend_token_file", "file whose first line is the token that a stand-alone MCP server calls its host with; none for the variable OPENTRADING_TOKEN")]
    public string BackendTokenFile { get; init; } = "none";

    [ConfigKey("backend_fingerprint", "SHA-256 of that host's certificate, in hex; none to trust the certificates that this machine trusts")]
    public string BackendFingerprint { get; init; } = "none";

    [ConfigKey("transports", "http, sse", SeedName = "MCP_TRANSPORT")]
    public string[] Transports { get; init; } = ["http", "sse"];

    [ConfigKey("data_only", "whether AI clients get data and analysis alone", SeedName = "MCP_DATA_ONLY_MODE")]
    public bool DataOnly { get; init; } = true;

    [ConfigKey("enable_live_tools", "whether AI clients may propose live orders", SeedName = "MCP_ENABLE_LIVE_TOOLS")]
    public bool EnableLiveTools { get; init; }

    [ConfigKey("toolsets", "toolsets that AI clients see; all, names, and read-only")]
    public string[] Toolsets { get; init; } = ["all"];

    [ConfigKey("list_output_schemas", "whether the tool list carries the schemas of results; it is several times as long with them")]
    public bool ListOutputSchemas { get; init; }

    [ConfigKey("session_idle_s", "how long a session may be idle before it ends, in seconds", Min = 10, Max = 86_400)]
    public int SessionIdleS { get; init; } = 900;

    [ConfigKey("max_sessions", "how many sessions there may be; a new one then ends the one that was idle longest", Min = 1, Max = 10_000)]
    public int MaxSessions { get; init; } = 256;
}
