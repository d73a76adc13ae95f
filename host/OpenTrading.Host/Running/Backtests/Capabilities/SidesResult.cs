using OpenTrading.Kernel.Backtesting.Breakdowns;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Trades by direction.</summary>
/// <param name="Long">Bought first.</param>
/// <param name="Short">Sold first.</param>
internal sealed record SidesResult(SideResult Long, SideResult Short);
