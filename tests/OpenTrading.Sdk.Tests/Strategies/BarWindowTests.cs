using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Tests.Strategies;

public class BarWindowTests
{
    private const int Bars = 29;
    private const int Capacity = 4;

    private readonly BarSeries _series = BarSeries.From("TEST", Timeframe.M1, "test", [.. Enumerable.Range(0, Bars).Select(BarOf)]);

    [Fact]
    public void Advance_AlongColumns_ShowsWhatARingShows()
    {
        var ring = new BarWindow(Capacity);
        Assert.All(Walk(BarWindow.Over(_series, Capacity)), window => Same(Added(ring), window));
        Assert.Equal(Bars, ring.Seen);
    }

    [Fact]
    public void Advance_AlongRows_ShowsWhatARingShows()
    {
        var ring = new BarWindow(Capacity);
        Bar[] rows = new Bar[Bars];
        _series.CopyTo(0, rows);
        Assert.All(Walk(BarWindow.Over(rows, Capacity)), window => Same(Added(ring), window));
        Assert.Equal(Bars, ring.Seen);
    }

    [Fact]
    public void Advance_AtTheEnd_Throws()
    {
        BarWindow window = BarWindow.Over(_series, Capacity);
        Assert.Equal(Bars, Walk(window).Count());

        Assert.Contains("No recorded bar is left", Assert.Throws<InvalidOperationException>(window.Advance).Message, StringComparison.Ordinal);
        Assert.Equal(Bars, window.Seen);
    }

    [Fact]
    public void Advance_Ring_Throws() =>
        Assert.Contains("add a bar", Assert.Throws<InvalidOperationException>(new BarWindow(Capacity).Advance).Message, StringComparison.Ordinal);

    [Fact]
    public void Add_Walk_Throws() =>
        Assert.Contains("advance it", Assert.Throws<InvalidOperationException>(() => BarWindow.Over(_series).Add(BarOf(0))).Message, StringComparison.Ordinal);

    private static Bar BarOf(int i) => new(new DateTime(2024, 1, 8, 0, i, 0, DateTimeKind.Utc), 100 + i, 110 + i, 90 + i, 105 + i, i, i / 10.0);

    private static IEnumerable<BarWindow> Walk(BarWindow window)
    {
        for (int i = 0; i < Bars; i++)
        {
            window.Advance();
            yield return window;
        }
    }

    private static BarWindow Added(BarWindow ring)
    {
        ring.Add(BarOf((int)ring.Seen));
        return ring;
    }

    private static void Same(BarWindow expected, BarWindow actual)
    {
        Assert.Equal((expected.Seen, expected.Count, expected.Latest), (actual.Seen, actual.Count, actual.Latest));
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i], actual[i]);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => actual[expected.Count]);
    }
}
