using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>A golden case file: its totals and its fill list.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement _root;

    public GoldenCase(string name) =>
        _root = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", $"{name}.json"))).RootElement;

    public JsonElement Parameters => _root.GetProperty("parameters");

    public JsonElement Expected => _root.GetProperty("expected");

    public void AssertEqual(GoldenRun run)
    {
        AssertFills(run);
        AssertTotals(Expected, run);
    }

    /// <summary>Compares the totals of a case, those that its file states.</summary>
    public static void AssertTotals(JsonElement expected, GoldenRun run)
    {
        var fills = run.Events.Fills;
        Assert.Equal(expected.GetProperty("fills").GetInt32(), fills.Count);
        Assert.Equal(expected.GetProperty("closedTrades").GetInt32(), run.Events.Trades.Count);
        Assert.Equal(expected.GetProperty("openPositions").GetInt32(), run.Engine.Positions.Count);
        Assert.Equal(expected.GetProperty("orderListHash").GetString(), run.Events.Hash());
        Close(expected, "finalBalance", run.Engine.Balance);
        Close(expected, "finalEquity", run.Engine.Equity);
        Close(expected, "commissionTotal", fills.Sum(f => f.Commission));
        Close(expected, "swapAccrued", run.Events.Swaps.Sum(s => s.Amount));
        Close(expected, "spreadCost", fills.Sum(f => f.SpreadCost));
        Close(expected, "slippageCost", fills.Sum(f => f.SlippageCost));
        Close(expected, "minEquity", run.MinEquity);
        Close(expected, "maxEquity", run.MaxEquity);
        if (expected.TryGetProperty("swapEvents", out var events))
        {
            Assert.Equal(events.GetInt32(), run.Events.Swaps.Count);
        }

        if (expected.TryGetProperty("firstSwaps", out var swaps))
        {
            foreach (var (row, booking) in swaps.EnumerateArray().Zip(run.Events.Swaps))
            {
                Assert.Equal((Time(row[0]), row[1].GetInt64(), row[2].GetInt32()), (booking.Time, booking.PositionId, booking.Nights));
                Assert.Equal(row[3].GetDouble(), booking.Amount, 1e-8);
            }
        }
    }

    private void AssertFills(GoldenRun run)
    {
        int index = 0;
        foreach (var row in _root.GetProperty("fills").EnumerateArray())
        {
            var fill = run.Events.Fills[index++];
            Assert.Equal(
                (row[0].GetInt64(), Time(row[1]), row[2].GetString(), row[3].GetDecimal(), row[4].GetDecimal(), row[5].GetString(), row[9].GetInt64()),
                (fill.Sequence, fill.Time, fill.Side == OrderSide.Buy ? "B" : "S", fill.Lots, fill.Price, ReasonNames.Of(fill.Reason), fill.PositionId));
            Assert.Equal(row[6].GetDouble(), fill.Commission, 1e-6);
            Assert.Equal(row[7].GetDouble(), fill.GrossProfit, 1e-6);
            Assert.Equal(row[8].GetDouble(), fill.SwapRealised, 1e-6);
        }

        Assert.Equal(index, run.Events.Fills.Count);
    }

    private static void Close(JsonElement expected, string name, double actual)
    {
        double value = expected.GetProperty(name).GetDouble();
        Assert.True(Math.Abs(value - actual) <= 1e-6, FormattableString.Invariant($"{name}: expected {value}, actual {actual}"));
    }

    private static DateTime Time(JsonElement cell) =>
        DateTime.Parse(cell.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
