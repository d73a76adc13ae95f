using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Strategies;
using static OpenTrading.Sdk.Strategies.SignalAction;

namespace OpenTrading.Kernel.Tests.Signals;

public sealed class VotingTests
{
    private static readonly MajorityVoting Majority = new();
    private static readonly WeightedVoting Weighted = new();
    private static readonly UnanimousVoting Unanimous = new();

    [Fact]
    public void Majority_TwoOfThree_WinWithTheirMeanConfidence() =>
        Is(Majority.Count([Vote(Buy, 0.6), Vote(Sell, 0.99), Vote(Buy, 0.8)], 3), Buy, 0.7, "buy 2 of 3");

    [Fact]
    public void Majority_OneEach_IsATie() => IsTie(Majority.Count([Vote(Buy, 0.9), Vote(Sell, 0.1)], 2));

    [Fact]
    public void Majority_TwoTwoOne_IsATie() =>
        IsTie(Majority.Count([Vote(Buy, 0.9), Vote(Sell, 0.1), Vote(Buy, 0.9), Vote(Exit, 0.9), Vote(Sell, 0.1)], 5));

    [Fact]
    public void Majority_Exit_CanWin() => Is(Majority.Count([Vote(Exit, 1), Vote(Buy, 0.9), Vote(Exit, 0.5)], 3), Exit, 0.75, "exit 2 of 3");

    // 0.9 + 0.7 over a weight of 2.
    [Fact]
    public void Weighted_Unopposed_KeepsTheMeanConfidence() =>
        Is(Weighted.Count([Vote(Buy, 0.9), Vote(Buy, 0.7)], 2), Buy, 0.8, "buy 1.6 of 1.6");

    // 2 x 0.8 against 1 x 0.4, over a weight of 3.
    [Fact]
    public void Weighted_Opposed_LosesWhatStandsAgainstIt() =>
        Is(Weighted.Count([Vote(Sell, 0.8, weight: 2), Vote(Buy, 0.4)], 2), Sell, 0.4, "sell 1.6 of 2");

    [Fact]
    public void Weighted_OneSureAgainstTwoUnsure_TheSumDecides() =>
        Is(Weighted.Count([Vote(Sell, 0.9), Vote(Buy, 0.3), Vote(Buy, 0.3)], 3), Sell, 0.1, "sell 0.9 of 1.5");

    [Fact]
    public void Weighted_MinorityOfAll_HasNoConfidenceBelowZero() =>
        Is(Weighted.Count([Vote(Buy, 0.5), Vote(Sell, 0.4), Vote(Exit, 0.4)], 3), Buy, 0, "buy 0.5 of 1.3");

    [Fact]
    public void Weighted_EqualSums_IsATie() => IsTie(Weighted.Count([Vote(Buy, 0.6), Vote(Sell, 0.6)], 2));

    [Fact]
    public void Weighted_SumsEqualButForRounding_IsATie() =>
        IsTie(Weighted.Count([Vote(Buy, 0.1), Vote(Buy, 0.2), Vote(Sell, 0.3)], 3));

    [Fact]
    public void Unanimous_AllAgree_TakesTheLeastConfidence() =>
        Is(Unanimous.Count([Vote(Buy, 0.9), Vote(Buy, 0.5)], 2), Buy, 0.5, "all 2 agree");

    [Fact]
    public void Unanimous_OneSilent_DecidesNothing() =>
        Assert.Equal(Tally.None("1 of 2 strategies voted"), Unanimous.Count([Vote(Buy, 0.9)], 2));

    [Fact]
    public void Unanimous_OneAgainst_DecidesNothing() =>
        Assert.Equal(Tally.None("the strategies disagree"), Unanimous.Count([Vote(Buy, 0.9), Vote(Sell, 0.9)], 2));

    [Theory]
    [InlineData("weighted", typeof(WeightedVoting))]
    [InlineData("majority", typeof(MajorityVoting))]
    [InlineData("unanimous", typeof(UnanimousVoting))]
    public void Find_Name_IsTheMethod(string name, Type expected) => Assert.IsType(expected, VotingMethods.Find(name));

    [Fact]
    public void Find_UnknownName_IsNull() => Assert.Null(VotingMethods.Find("random"));

    private static Vote Vote(SignalAction action, double confidence, double weight = 1) =>
        new("s", new Signal { Action = action, Confidence = confidence }, weight);

    private static void Is(Tally tally, SignalAction action, double confidence, string why)
    {
        Assert.Equal(action, tally.Action);
        Assert.Equal(confidence, tally.Confidence, 12);
        Assert.Equal(why, tally.Why);
    }

    private static void IsTie(Tally tally)
    {
        Assert.Null(tally.Action);
        Assert.Equal(0, tally.Confidence);
        Assert.StartsWith("tie", tally.Why, StringComparison.Ordinal);
    }
}
