namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>An account in an emulated terminal that orders of clients may reach at any hour, once a human has approved them.</summary>
internal static class DemoAccount
{
    /// <summary>Its name.</summary>
    public const string Name = "7654321@Broker-Demo";

    /// <summary>What the host is started with.</summary>
    public static (string Name, string Value)[] Settings { get; } =
    [
        ("RISK__ENV_LOCK__ENV", "demo"),
        ("RISK__ENV_LOCK__LIVE_ENABLED", "true"),
        ("RISK__ACCOUNT_ALLOWLIST__LOGINS", "paper@sim,7654321@Broker-Demo"),
        ("RISK__TRADING_STATE__INITIAL", "active"),
        ("RISK__TRADING_SESSION__WINDOWS", "Sun-Sat 00:00-24:00"),
        ("RISK__WEEKEND_FLAT__FROM", "Sun 18:00"),
        ("RISK__ROLLOVER_BLACKOUT__WINDOW", "00:00-00:00"),
        ("MCP__ENABLE_LIVE_TOOLS", "true"),
    ];

    /// <summary>What the terminal is started with. Its prices come by command.</summary>
    public static string[] Options { get; } = ["--login", "7654321", "--server", "Broker-Demo", "--feed", "manual"];
}
