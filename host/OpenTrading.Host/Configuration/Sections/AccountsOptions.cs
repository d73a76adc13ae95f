using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>The simulated account of paper trading and replays.</summary>
internal sealed record AccountsOptions
{
    public const double LeastCash = 1;
    public const double MostCash = 1e12;

    [ConfigKey("cash", "money at the start, account currency", Min = LeastCash, Max = MostCash)]
    public decimal Cash { get; init; } = 10_000m;

    [ConfigKey("currency", "account currency")]
    public string Currency { get; init; } = "USD";

    [ConfigKey("mode", "netting or hedging")]
    public AccountMode Mode { get; init; } = AccountMode.Hedging;

    [ConfigKey("leverage", "leverage; none turns the margin rules off", Min = 1, Max = 5000)]
    public decimal? Leverage { get; init; } = 100m;

    [ConfigKey("slippage_points", "slippage of market, stop and stop-loss fills, points", Min = 0, Max = 10_000)]
    public int SlippagePoints { get; init; }

    [ConfigKey("spread_points", "fixed spread in points; none takes the recorded one, or the instrument's typical spread", Min = 0, Max = 100_000)]
    public int? SpreadPoints { get; init; }
}
