using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Strategies;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class RsiReversalContract : StrategyContract
{
    protected override Strategy Create() => ShippedScriptsTests.Create("rsi-reversal");
}

public sealed class DonchianBreakoutContract : StrategyContract
{
    protected override Strategy Create() => ShippedScriptsTests.Create("donchian-breakout");
}

public sealed class LondonRangeContract : StrategyContract
{
    protected override Strategy Create() => ShippedScriptsTests.Create("london-range");
}
