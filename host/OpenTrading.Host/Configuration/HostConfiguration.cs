using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Configuration;

/// <summary>The effective configuration: typed, complete, checked.</summary>
internal sealed record HostConfiguration
{
    /// <summary>File it was read from.</summary>
    public required string File { get; init; }

    [ConfigSection("server", "The REST face.")]
    public ServerOptions Server { get; init; } = new();

    [ConfigSection("mcp", "The MCP face.")]
    public McpOptions Mcp { get; init; } = new();

    [ConfigSection("security", "Who may reach the host, and how.")]
    public SecurityOptions Security { get; init; } = new();

    [ConfigSection("kill", "The kill switch.")]
    public KillOptions Kill { get; init; } = new();

    [ConfigSection("approval", "Approval of live orders.")]
    public ApprovalOptions Approval { get; init; } = new();

    [ConfigSection("metatrader", "The bridge to MetaTrader terminals.")]
    public MetaTraderOptions MetaTrader { get; init; } = new();

    [ConfigSection("research", "Research from outside.")]
    public ResearchOptions Research { get; init; } = new();

    [ConfigSection("accounts", "The simulated account.")]
    public AccountsOptions Accounts { get; init; } = new();

    [ConfigSection("market", "Symbols and the broker's day.")]
    public MarketOptions Market { get; init; } = new();

    [ConfigSection("run", "The session that `opentrading run` starts.")]
    public RunOptions Run { get; init; } = new();

    [ConfigSection("plugins", "Plugins and scripts.")]
    public PluginsOptions Plugins { get; init; } = new();

    /// <summary>Expected SHA-256 of plugins, by id.</summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } = new Dictionary<string, string>();

    /// <summary>Hash of what decides about orders, as it stood in the files when they were read.</summary>
    public string FileHash { get; init; } = "";

    /// <summary>Rules of the gate, bound.</summary>
    public IReadOnlyList<BoundRule> Rules { get; init; } = [];

    /// <summary>Limits of rules that only plugins know.</summary>
    public PluginRules? PluginRules { get; init; }

    /// <summary>Sections that only plugins know.</summary>
    public required PluginSections PluginSections { get; init; }

    /// <summary>What the gate's surroundings need.</summary>
    public required RiskSettings Risk { get; init; }

    /// <summary>Values of <c>[strategies.ID]</c>, by strategy and parameter.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, ConfigNode>> Strategies { get; init; }

    /// <summary>Known instruments by symbol.</summary>
    public required IReadOnlyDictionary<string, Instrument> Instruments { get; init; }

    /// <summary>Other names of symbols, and the order of sources.</summary>
    public MarketNaming Naming { get; init; } = new();

    /// <summary>When a broker day begins.</summary>
    public required BrokerDay BrokerDay { get; init; }

    /// <summary>Whether it is made for the simulated account, and not for one at a broker.</summary>
    public bool IsForSimulated => Items.First(i => i.Key == "risk.env_lock.env").Value == "paper";

    /// <summary>Whether orders may reach a broker at all.</summary>
    public bool IsLiveEnabled => Items.FirstOrDefault(i => i.Key == "risk.env_lock.live_enabled") is { } item && bool.TryParse(item.Value, out bool isEnabled) && isEnabled;

    /// <summary>Every effective setting with its origin.</summary>
    public IReadOnlyList<ConfigItem> Items { get; init; } = [];
}
