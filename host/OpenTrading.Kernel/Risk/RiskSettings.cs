using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk;

/// <summary>What the gate's surroundings need from the configuration, besides the rules themselves.</summary>
/// <param name="ConfigHash">Hash of the effective risk configuration, lower-case hex.</param>
/// <param name="InitialState">Trading state at the first start.</param>
/// <param name="Day">When a trading day resets.</param>
/// <param name="DayReference">Which money the day's loss is measured from.</param>
public sealed record RiskSettings(string ConfigHash, TradingState InitialState, BrokerDay Day, DayReferenceKind DayReference)
{
    /// <summary>Capital that total losses are measured from; null takes the equity at the first start.</summary>
    public decimal? InitialCapital { get; init; }

    /// <summary>How much worse than its level a stop is assumed to fill.</summary>
    public StopSlippage StopSlippage { get; init; } = StopSlippage.None;

    /// <summary>How the host stands, asked at every look; null where no disk and no file matter, as in a replay.</summary>
    public Func<HostState>? Host { get; init; }

    /// <summary>Scheduled releases, asked at every look; null where nobody knows any.</summary>
    public Func<CalendarReading?>? Calendar { get; init; }
}
