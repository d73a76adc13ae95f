using OpenTrading.Kernel.Backtesting.Runs;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

public sealed class ReasonTallyTests
{
    private static readonly DateTime First = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Add_ReasonsThatDifferInNumbersAlone_AreOneInTheWordsOfTheFirst()
    {
        var tally = new ReasonTally();
        for (int i = 0; i < 1000; i++)
        {
            tally.Add($"its stop is {i * 1.25}; it must be above 0", First.AddHours(i), () => $"order {i}");
        }

        tally.Add("its target is 5; it must be above 0", First);

        Assert.Equal(
            [new ReasonCount("its stop is 0; it must be above 0", 1000, First, "order 0"), new ReasonCount("its target is 5; it must be above 0", 1, First)],
            tally.Counts);
    }

    [Fact]
    public void Join_OfRunsThatFollowEachOther_SumsAndKeepsTheFirst() => Assert.Equal(
        [new ReasonCount("margin", 5, First, "EURUSD"), new ReasonCount("volume", 1, First.AddDays(2))],
        ReasonTally.Join([new ReasonCount("margin", 2, First, "EURUSD"), new ReasonCount("volume", 1, First.AddDays(2)), new ReasonCount("margin", 3, First.AddDays(3), "GBPUSD")]));
}
