using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Losses;

public sealed class WorstCaseRuleTests
{
    private static readonly WorstCaseRule Rule = new();

    // Equity 97,000, open risk 600, floor 95,000, buffer 500: head room 900. A lot loses 257 with its commission of 7: 3.50 lots pass.
    [Theory]
    [InlineData(3.49, RuleOutcome.Pass)]
    [InlineData(3.50, RuleOutcome.Pass)]
    [InlineData(3.51, RuleOutcome.Reduce)]
    public void Check_EverythingStopped_StaysAtTheFloorAndItsBuffer(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Held(lots)));

    [Fact]
    public void Check_TooMuch_NamesWhatIsLeft() => Assert.Equal(3.50m, Scene.EurUsd.FloorVolume(Rule.Check(Held(5)).Volume));

    [Fact]
    public void Check_PositionWithoutAStop_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Positions = [Scene.Long with { StopLoss = null }] }));

    [Fact]
    public void Check_UnknownFloorOrNoStop_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Floor = null }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01).WithOrder(o => o with { StopLoss = null })));
    }

    private static RiskContext Held(double lots)
    {
        Instrument instrument = Scene.EurUsd with { CommissionPerLot = 3.5m };

        // A lot of the position loses 3.5 for its way out and a point's value a point: 596.5 + 3.5.
        return Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with
        {
            Instrument = instrument,
            Account = Scene.Account with { Balance = 100_000m, Equity = 97_000m },
            Positions = [Scene.Long with { Volume = 1m, StopLoss = 1.08490m - 0.005965m }],
            Markets = new Dictionary<string, PricedMarket> { ["EURUSD"] = new(instrument, Scene.Quote) },
            Floor = new LossFloor(95_000m, 500m),
        };
    }
}
