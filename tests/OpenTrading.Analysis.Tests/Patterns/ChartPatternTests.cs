using System.Text.Json;
using OpenTrading.Analysis.Patterns;
using OpenTrading.Analysis.Patterns.Charts;
using OpenTrading.Analysis.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Tests.Patterns;

public sealed class ChartPatternTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private const double Range = 0.0014;

    private readonly CapabilityBench _bench = new(new PatternCapabilities(new BarHistory(recorded.Context())));

    [Theory]
    [InlineData("double_top", Direction.Down, "20 1.02;10 1.01;10 1.02;8 1.00")]
    [InlineData("double_bottom", Direction.Up, "20 0.98;10 0.99;10 0.98;8 1.00")]
    [InlineData("triple_top", Direction.Down, "20 1.02;10 1.01;10 1.02;10 1.01;10 1.02;8 1.00")]
    [InlineData("triple_bottom", Direction.Up, "20 0.98;10 0.99;10 0.98;10 0.99;10 0.98;8 1.00")]
    [InlineData("head_shoulders", Direction.Down, "20 1.02;10 1.01;15 1.03;15 1.01;10 1.02;8 1.00")]
    [InlineData("inverse_head_shoulders", Direction.Up, "20 0.98;10 0.99;15 0.97;15 0.99;10 0.98;8 1.00")]
    public void Reversal_AsItIsDescribed_IsFoundWithItsSide(string name, Direction side, string legs)
    {
        IReadOnlyList<SwingPoint> points = Zigzag.Of(Bars(legs), 4);

        Shape shape = Reversals.At(points, points.Count - 1, Range).Single();

        Assert.Equal((name, side), (shape.Name, shape.Side));
    }

    [Fact]
    public void Reversal_DoubleTop_MeasuresItsNecklineAndHeight()
    {
        IReadOnlyList<SwingPoint> points = Zigzag.Of(Bars("20 1.02;10 1.01;10 1.02;8 1.00"), 4);

        Shape shape = Reversals.At(points, points.Count - 1, Range).Single();

        // A shadow of two points reaches beyond each turn.
        Assert.Equal((1.0202, 1.0098, 0.0104), (shape.Upper(50), shape.Lower(50), shape.Height), new Close());
    }

    [Theory]
    [InlineData("ascending_triangle", Direction.Up, "12 1.02;12 1.00;12 1.02;11 1.0055;9 1.02;8 1.0095;8 1.02")]
    [InlineData("descending_triangle", Direction.Down, "12 0.98;12 1.00;12 0.98;11 0.9945;9 0.98;8 0.9905;8 0.98")]
    [InlineData("rectangle", Direction.None, "12 1.02;12 1.00;12 1.02;12 1.00;12 1.02;12 1.00;12 1.02")]
    [InlineData("channel", Direction.Up, "12 1.02;12 1.01;12 1.03;12 1.02;12 1.04;12 1.03;12 1.05")]
    [InlineData("channel", Direction.Down, "12 0.98;12 0.99;12 0.97;12 0.98;12 0.96;12 0.97;12 0.95")]
    [InlineData("rising_wedge", Direction.Down, "12 1.02;12 1.00;12 1.026;11 1.012;9 1.0305;8 1.0215;8 1.032")]
    [InlineData("falling_wedge", Direction.Up, "12 0.98;12 1.00;12 0.974;11 0.988;9 0.9695;8 0.9785;8 0.968")]
    [InlineData("symmetric_triangle", Direction.None, "12 1.02;12 0.98;11 1.0155;9 0.9850;8 1.0110;7 0.9890;7 1.005")]
    public void Boundaries_AsTheyAreDescribed_AreFoundWithTheirSide(string name, Direction side, string legs)
    {
        BarSeries bars = Bars(legs);
        IReadOnlyList<SwingPoint> points = Zigzag.Of(bars, 4);

        Shape? shape = Boundaries.At(bars, points, points.Count - 1, 0.002);

        Assert.Equal((name, (Direction?)side), (shape?.Name, shape?.Side));
    }

    [Theory]
    [InlineData("10 1.03;8 1.024;6 1.0284;6 1.0225;5 1.026", "flag")]
    [InlineData("10 1.03;6 1.023;5 1.0285;5 1.0245;5 1.027", "pennant")]
    public void Boundaries_AfterASteepRise_AreAFlagOrPennant(string legs, string name)
    {
        BarSeries bars = Bars(legs);
        IReadOnlyList<SwingPoint> points = Zigzag.Of(bars, 4);

        Assert.Equal((name, (Direction?)Direction.Up), (Boundaries.At(bars, points, points.Count - 1, 0.002)?.Name, Boundaries.At(bars, points, points.Count - 1, 0.002)?.Side));
    }

    [Fact]
    public void Reversal_UnequalTops_AreNone()
    {
        IReadOnlyList<SwingPoint> points = Zigzag.Of(Bars("20 1.02;10 1.01;10 1.0215;8 1.00"), 4);

        Assert.Empty(Reversals.At(points, points.Count - 1, Range));
    }

    [Fact]
    public void Charts_RecordedBars_AreNewestFirstWithTheirState()
    {
        JsonElement answer = _bench.Call("detect_patterns", """{"symbol":"EURUSD","timeframe":"H4","bars":2000,"kind":"chart"}""");
        JsonElement[] matches = [.. answer.GetProperty("matches").EnumerateArray()];

        Assert.NotEmpty(matches);
        Assert.Equal(matches.Select(m => m.GetProperty("to").GetDateTime()).OrderDescending(), matches.Select(m => m.GetProperty("to").GetDateTime()));
        Assert.All(matches, m => Assert.InRange(m.GetProperty("score").GetDouble(), 50, 100));
        Assert.All(matches.Where(m => m.GetProperty("state").GetString() == "confirmed"), m =>
        {
            double neckline = m.GetProperty("neckline").GetDouble();
            Assert.Equal(m.GetProperty("direction").GetString() == "up", m.GetProperty("target").GetDouble() > neckline);
        });
    }

    public void Dispose() => _bench.Dispose();

    private static BarSeries Bars(string legs) => MadeBars.Legs(
        1, [(20, 1.0001), .. legs.Split(';').Select(l => l.Split(' ')).Select(l => (int.Parse(l[0], null), double.Parse(l[1], System.Globalization.CultureInfo.InvariantCulture)))]);

    private sealed class Close : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) x, (double, double, double) y) =>
            Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9 && Math.Abs(x.Item3 - y.Item3) < 1e-9;

        public int GetHashCode((double, double, double) obj) => 0;
    }
}
