using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Risk.PropFirm;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Risk.PropFirm;

/// <summary>The days that the specification of the presets works out.</summary>
public sealed class PropMeasureTests
{
    [Theory]
    [InlineData("ftmo-2step", 100000, 100000, 100000, 96200, 95000, 90000, false)]
    [InlineData("ftmo-2step", 103000, 103000, 103000, 98000.00, 98000, 90000, false)]
    [InlineData("ftmo-2step", 98600, 97900, 103000, 93600.00, 93600, 90000, false)]
    [InlineData("ftmo-2step", 95200, 95200, 103000, 90199.99, 90200, 90000, true)]
    [InlineData("ftmo-1step", 100000, 100000, 100000, 97100, 97000, 90000, false)]
    [InlineData("ftmo-1step", 105200, 105200, 105200, 103000, 102200, 95200, false)]
    [InlineData("ftmo-1step", 103900, 104300, 105200, 100900.00, 100900, 95200, false)]
    [InlineData("ftmo-1step", 101500, 101500, 105200, 98499.99, 98500, 95200, true)]
    [InlineData("the5ers", 101000, 102500, 102500, 97375.00, 97375, 90000, false)]
    [InlineData("the5ers", 102500, 100800, 102500, 97374.99, 97375, 90000, true)]
    public void Floors_OfThePresets_AreThoseOfTheSpecification(string name, decimal balance, decimal equityAtReset, decimal highest, decimal equity, decimal dayFloor, decimal totalFloor, bool breached)
    {
        PropProfile profile = Profile(name);
        var measure = new PropMeasure(profile, 100_000m, equity) { Reference = PropMeasure.ReferenceOf(profile.Reference, balance, equityAtReset), HighestMark = highest };

        Assert.Equal((dayFloor, totalFloor, breached), (measure.DayFloor, measure.TotalFloor, measure.IsBreached));
        Assert.Equal(Math.Max(0, equity - Math.Max(dayFloor, totalFloor)), measure.Headroom);
    }

    [Theory]
    [InlineData(50000, 48000)]
    [InlineData(51200, 49200)]
    [InlineData(52600, 50000)]
    public void TotalFloor_Trailing_FollowsTheHighestMarkAndStopsAtTheInitialCapital(decimal highest, decimal floor)
    {
        var measure = new PropMeasure(Profile("trailing"), 50_000m, 50_000m) { Reference = 50_000m, HighestMark = highest };

        Assert.Equal(floor, measure.TotalFloor);
        Assert.Equal((100 * (highest - 50_000m) / 50_000m, 4m), (measure.DrawdownPct, measure.DrawdownLimitPct));
    }

    private static PropProfile Profile(string name) => PropProfiles.Require(name, new RiskLimits([]), DeskBench.Settings);
}
