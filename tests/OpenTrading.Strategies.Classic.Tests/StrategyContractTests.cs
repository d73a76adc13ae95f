using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Strategies;

namespace OpenTrading.Strategies.Classic.Tests;

/// <summary>The shipped strategies keep the contract that every plugin author's do.</summary>
public static class StrategyContractTests
{
    public sealed class OfSmaCross : StrategyContract
    {
        protected override Strategy Create() => new SmaCross(stop: 300, target: 600);
    }

    public sealed class OfSmaRsiBaseline : StrategyContract
    {
        protected override Strategy Create() => new SmaRsiBaseline();
    }

    public sealed class OfVolatilityBreakout : StrategyContract
    {
        protected override Strategy Create() => new VolatilityBreakout();
    }

    public sealed class OfDonchianTrend : StrategyContract
    {
        protected override Strategy Create() => new DonchianTrend();
    }

    public sealed class OfBollingerReversion : StrategyContract
    {
        protected override Strategy Create() => new BollingerReversion();
    }

    public sealed class OfMacdMomentum : StrategyContract
    {
        protected override Strategy Create() => new MacdMomentum();
    }

    public sealed class OfSessionBreakout : StrategyContract
    {
        protected override Strategy Create() => new SessionBreakout();
    }
}
