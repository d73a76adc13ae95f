using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.Import;

public sealed class BarSpacingTests
{
    private static readonly DateTime Start = new(2020, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, Timeframe.H1, "00:01:00 apart, bars of H1 are 01:00:00 long", "--timeframe M1.")]
    [InlineData(60, Timeframe.H4, "01:00:00 apart", "--timeframe H1.")]
    [InlineData(240, Timeframe.H1, "04:00:00 apart", "--timeframe H4.")]
    [InlineData(6, Timeframe.M5, "00:06:00 apart", "--timeframe M6.")]
    [InlineData(5, Timeframe.M6, "00:05:00 apart", "--timeframe M5.")]
    [InlineData(1440, Timeframe.W1, "1.00:00:00 apart", "--timeframe D1.")]
    [InlineData(7, Timeframe.M1, "00:07:00 apart", "Name the length its bars have (--timeframe).")]
    public void Require_OtherSpacing_SaysTheUsualOneAndTheTimeframeMeant(int minutes, Timeframe timeframe, string what, string remedy)
    {
        long[] times = Regular(BarSpacing.EnoughGaps + 1, minutes);

        var refusal = Assert.Throws<ImportException>(() => BarSpacing.Require("bars.csv", times, timeframe));

        Assert.StartsWith("bars.csv: its rows are usually ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(what, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(remedy, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_HalfTheGapsShorter_Passes()
    {
        long[] times = [.. Regular(5, 60), .. Regular(4, 10).Select(t => t + TimeSpan.FromMinutes(250).Ticks)];

        BarSpacing.Require("bars.csv", times, Timeframe.H1);
    }

    [Fact]
    public void Require_MoreThanHalfTheGapsShorter_Throws()
    {
        long[] times = [.. Regular(5, 60), .. Regular(5, 10).Select(t => t + TimeSpan.FromMinutes(250).Ticks)];

        Assert.Throws<ImportException>(() => BarSpacing.Require("bars.csv", times, Timeframe.H1));
    }

    [Fact]
    public void Require_OneGapOfTheTimeframeAmongLongerOnes_Passes()
    {
        long[] times = [.. Regular(20, 240), Regular(20, 240)[^1] + TimeSpan.FromHours(1).Ticks];

        BarSpacing.Require("sparse.csv", times, Timeframe.H1);
    }

    [Fact]
    public void Require_ABrokersClockWithItsOddGaps_Passes()
    {
        // Four-hour bars: a weekend, an hour lost and an hour gained where the server's clock changed.
        long[] times = Regular(40, 240);
        for (int i = 20; i < 30; i++)
        {
            times[i] -= TimeSpan.FromHours(1).Ticks;
        }

        for (int i = 35; i < 40; i++)
        {
            times[i] += TimeSpan.FromHours(48).Ticks;
        }

        BarSpacing.Require("server.csv", times, Timeframe.H4);
    }

    [Theory]
    [InlineData(Timeframe.MN1)]
    [InlineData(Timeframe.D1)]
    public void Require_MonthsAndDaysOfTheirOwnLengths_Pass(Timeframe timeframe)
    {
        long[] times = [.. Enumerable.Range(0, 24).Select(i => (timeframe == Timeframe.MN1 ? Start.AddMonths(i) : Start.AddDays(i).AddHours(i > 9 ? -1 : 0)).Ticks)];

        BarSpacing.Require("calendar.csv", times, timeframe);
    }

    [Fact]
    public void Require_TooFewGaps_Passes() => BarSpacing.Require("short.csv", Regular(BarSpacing.EnoughGaps, 1), Timeframe.H1);

    private static long[] Regular(int count, int minutes) => [.. Enumerable.Range(0, count).Select(i => Start.AddMinutes(i * minutes).Ticks)];
}
