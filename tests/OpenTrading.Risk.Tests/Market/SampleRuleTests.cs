using OpenTrading.Risk.Market;
using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class SampleRuleTests
{
    private static readonly SpreadMedianRule Spread = new(3m, 60, 60);
    private static readonly PriceCollarRule Collar = new(0.5m, 5m);

    // The median is 4 points; now it is 10, then 12, then 13.
    [Theory]
    [InlineData(1.08500, RuleOutcome.Pass)]
    [InlineData(1.08502, RuleOutcome.Pass)]
    [InlineData(1.08503, RuleOutcome.Reject)]
    public void Spread_Now_StaysWithinTheMultipleOfTheMedian(double ask, RuleOutcome expected) =>
        Assert.Equal(expected, Spread.Outcome(Sampled(60, 4) with { Quote = Scene.Quote with { Ask = (decimal)ask } }));

    [Fact]
    public void Spread_EvenCount_TakesTheMeanOfTheMiddleTwo()
    {
        Quote[] samples = [.. Enumerable.Range(0, 60).Select(i => Sample(60 - i, i < 30 ? 3 : 5))];
        RiskContext context = Scene.Context with { Samples = new QuoteSamples(samples) };

        Assert.Equal("12", Spread.Check(context).Limit);
    }

    [Theory]
    [InlineData(60, RuleOutcome.Pass)]
    [InlineData(59, RuleOutcome.NotApplicable)]
    public void Spread_FewSamplesOfTheSimulatedAccount_SayNothing(int samples, RuleOutcome expected) => Assert.Equal(expected, Spread.Outcome(Sampled(samples, 10)));

    [Theory]
    [InlineData(60, RuleOutcome.Pass)]
    [InlineData(59, RuleOutcome.Reject)]
    public void Spread_FewSamplesAtABroker_Reject(int samples, RuleOutcome expected) =>
        Assert.Equal(expected, Spread.Outcome(Sampled(samples, 10) with { Account = Scene.Account with { Kind = AccountKind.Demo } }));

    [Fact]
    public void Spread_SamplesOutsideOfTheWindow_DoNotCount()
    {
        Quote[] samples = [Sample(3600, 50), .. Enumerable.Range(0, 60).Select(i => Sample(60 - i, 4))];
        var book = new QuoteSamples(samples);

        Assert.NotNull(book.MedianSpread(Scene.Now, TimeSpan.FromMinutes(60), out int count));
        Assert.Equal(60, count);
    }

    // The median mid price of the last minute is 1.08495.
    [Theory]
    [InlineData(1.09030, RuleOutcome.Pass)]
    [InlineData(1.09038, RuleOutcome.Reject)]
    [InlineData(1.07940, RuleOutcome.Reject)]
    public void Collar_MarketOrder_MeetsAMarketThatHasNotJumped(double bid, RuleOutcome expected) =>
        Assert.Equal(expected, Collar.Outcome(Sampled(60, 10) with { Quote = Scene.Quote with { Bid = (decimal)bid, Ask = (decimal)bid + 0.0001m } }));

    [Fact]
    public void Collar_MarketOrderOnBars_SaysNothing() => Assert.Equal(RuleOutcome.NotApplicable, Collar.Outcome(Scene.Context));

    private static RiskContext Sampled(int count, int points) => Scene.Context with { Samples = new QuoteSamples(Enumerable.Range(0, count).Select(i => Sample(count - 1 - i, points)).ToArray()) };

    private static Quote Sample(int secondsAgo, int points) => new("EURUSD", 1.08490m, 1.08490m + (points * 0.00001m), Scene.Now.AddSeconds(-secondsAgo), "test");
}
