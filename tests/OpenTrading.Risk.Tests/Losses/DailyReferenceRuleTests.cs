using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Losses;

public sealed class DailyReferenceRuleTests
{
    private static readonly DailyReferenceRule Rule = new("Etc/UTC", "00:00", DayReferenceKind.Max);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("daily_dd_reference", OrderClass.EntryOrRaise, "operator enters it"), Declared.Row<DailyReferenceRule>());
        Assert.Equal("Etc/UTC", Declared.Parameter<DailyReferenceRule>("zone"));
        Assert.Equal("00:00", Declared.Parameter<DailyReferenceRule>("time"));
        Assert.Equal("Max", Declared.Parameter<DailyReferenceRule>("ref"));
    }

    [Fact]
    public void Check_Reference_MustBeKnown()
    {
        var day = new DayReference(new DateOnly(2026, 1, 5), 10_000m, 10_100m, 10_100m);

        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Scene.Context.WithState(s => s with { Day = day })));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context.WithState(s => s with { Day = null })));
    }
}
