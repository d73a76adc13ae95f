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

        // One test's losses and haste are no concern of the next.
        ("RISK__COOLDOWN_AFTER_LOSS__MIN", "0"),
        ("RISK__CONSECUTIVE_LOSSES_MAX__N", "20"),
        ("RISK__DUPLICATE_WINDOW__S", "1"),
        ("RISK__ORDER_RATE_MAX__PER_MIN", "60"),
        ("RISK__ORDERS_PER_DAY_MAX__N", "2000"),
        ("RISK__REPEATED_EXECUTION_MAX__N", "50"),
        ("RISK__PROPOSALS_PER_CLIENT__PER_HOUR", "500"),
        ("RISK__PROPOSALS_PER_CLIENT__OPEN", "50"),
        ("RISK__SPREAD_VS_MEDIAN_MAX__SAMPLES", "1"),
    ];

    /// <summary>What the terminal is started with. Its prices come by command.</summary>
    public static string[] Options { get; } = ["--login", "7654321", "--server", "Broker-Demo", "--feed", "manual"];
}
