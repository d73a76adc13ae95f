using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Tests;

public sealed class LookbackTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>
{
    private static readonly string[] Several = ["atr(14)", "adx(14).pdi", "percentile_rank(natr(14), 100)", "close - close[10]", "adx(14).adx"];

    [Fact]
    public void Compute_SeveralTogether_AreWhatEachIsAlone()
    {
        double[][] together = Read().Compute(Several);

        Assert.All(Several.Zip(together), one => Assert.Equal(Read().Compute(one.First)[0], one.Second));
        Assert.All(together, column => Assert.True(double.IsFinite(column[^1])));
    }

    [Fact]
    public void Compute_Again_GoesAlongTheBarsOnce()
    {
        Lookback asked = Read();
        double[] first = asked.Compute("atr(14)")[0];

        double[][] again = asked.Compute("rsi(14)", "atr(14)", "rsi(14)");

        Assert.Same(first, again[1]);
        Assert.Same(again[0], again[2]);
        Assert.NotSame(again[0], again[1]);
    }

    [Fact]
    public void Swings_OfALookback_AreThoseOfItsBars()
    {
        Lookback asked = Read();

        Assert.Equal(SwingPoint.Of(asked.Bars), asked.Swings);
        Assert.True(asked.Swings.Count > 100);
    }

    private Lookback Read() => new(new BarHistory(recorded.Context()), "EURUSD", Timeframe.H4, 500, 2, "the test");
}
