using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Sessions.Exits;

/// <summary>Long 0.10 from 1.08500 with a stop at 1.08250: one R is 250 points.</summary>
public sealed class ExitTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private PaperHome _home;

    public ExitTests() => _home = new PaperHome(_folder.Root);

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void BreakEven_AtOneR_MovesTheStopToTheEntryOnce()
    {
        Open("""{"breakEvenAtR":1}""");

        _home.Bar(1.08749);
        Assert.Equal(1.0825m, _home.Position.StopLoss);
        _home.Bar(1.08750, 1.08900);

        Assert.Equal(1.0850m, _home.Position.StopLoss);
        Assert.Equal(2, _home.Desk.Ledger.Count);
    }

    [Fact]
    public void TrailPoints_PriceRisesAndFalls_StopFollowsItUpAlone()
    {
        Open("""{"trailPoints":"200"}""");

        _home.Bar(1.08600);
        Assert.Equal(1.0840m, _home.Position.StopLoss);
        _home.Bar(1.08550, 1.08700);

        Assert.Equal(1.0850m, _home.Position.StopLoss);
        Assert.Equal(200m, _home.Call("paper_list_positions").GetProperty("positions")[0].GetProperty("exits").GetProperty("trailPoints").GetDecimal());
    }

    [Fact]
    public void TrailAtr_RangeKnown_StopStandsThatFarBehind()
    {
        for (int i = 0; i < 16; i++)
        {
            _home.Bar(1.08590 - ((i % 2) * 0.00100));
        }

        Open("""{"trailAtr":1}""", 1.08590);
        _home.Bar(1.08690, 1.08790);

        // Every bar so far closed 100 points from the close before.
        Assert.Equal(1.0869m, _home.Position.StopLoss);
    }

    [Fact]
    public void Partial_AtTheirGains_ClosePartsOfWhatWasOpenedAndTheLastTheRest()
    {
        Open("""{"partial":[{"atR":2,"pct":67},{"atR":1,"pct":33}]}""");

        _home.Bar(1.08750, 1.08750);
        Assert.Equal(0.07m, _home.Position.Volume);
        _home.Bar(1.08800, 1.09000, 1.09000);

        Assert.Empty(_home.Desk.Broker.Positions);
        Assert.Equal([0.07m, 0.03m], _home.Trades.Newest.Select(t => t.Lots));
    }

    [Fact]
    public void MaxBars_Over_ClosesAtTheNextOpen()
    {
        Open("""{"maxBars":3}""");

        _home.Bar(1.08490);
        Assert.Single(_home.Desk.Broker.Positions);
        _home.Bar(1.08490, 1.08490);

        Assert.Empty(_home.Desk.Broker.Positions);
        Assert.Equal(_home.Trades.Newest[0].OpenedAt.AddHours(3), _home.Trades.Newest[0].ClosedAt);
    }

    [Fact]
    public void Restart_InTheMiddle_RepeatsNothingAndForgetsNothing()
    {
        Open("""{"partial":[{"atR":1,"pct":50}],"trailPoints":300,"maxBars":5}""");
        _home.Bar(1.08800, 1.08800);
        Assert.Equal((0.05m, 1.0850m), (_home.Position.Volume, _home.Position.StopLoss));

        Restart();
        Assert.Equal([0], Assert.Single(_home.Exits.Open).Taken);
        _home.Bar(1.08900);
        Assert.Equal((0.05m, 1.0860m), (_home.Position.Volume, _home.Position.StopLoss));
        _home.Bar(1.08900, 1.08900);

        // The bar of the entry and four more have closed; the fifth ends it, whatever was in between.
        Assert.Empty(_home.Desk.Broker.Positions);
        Assert.Equal(_home.Trades.Newest[0].OpenedAt.AddHours(5), _home.Trades.Newest[0].ClosedAt);
    }

    [Fact]
    public void Restart_BeforeTheFill_ThePositionHasItsExits()
    {
        _home.Buy(""","exits":{"trailPoints":200}""");
        Restart();

        _home.Bar(1.08490, 1.08600);

        Assert.Equal(1.0840m, _home.Position.StopLoss);
    }

    [Fact]
    public void Modify_TrailingPoints_IsInForceAndZeroEndsIt()
    {
        _home.Buy();
        _home.Bar(1.08490);
        string id = _home.Call("paper_list_positions").GetProperty("positions")[0].GetProperty("positionId").GetString()!;
        _home.Call("paper_modify", $$"""{"id":"{{id}}","trailingPoints":200}""");
        Restart();
        _home.Bar(1.08600);
        Assert.Equal(1.0840m, _home.Position.StopLoss);

        _home.Call("paper_modify", $$"""{"id":"{{id}}","trailingPoints":0}""");
        _home.Bar(1.08700);
        Assert.Equal(1.0840m, _home.Position.StopLoss);
    }

    [Theory]
    [InlineData("""{"breakevenAtR":1}""", "exits.breakevenAtR: Unknown argument 'breakevenAtR'; did you mean 'breakEvenAtR'?")]
    [InlineData("""{"maxBars":1.5}""", "exits.maxBars: Expected integer")]
    [InlineData("""{"trailPoints":-1}""", "exits.trailPoints: Number must be above 0 and at most 1000000")]
    [InlineData("""{"trailPoints":10,"trailAtr":1}""", "exits.trailAtr: A stop follows by points or by ATR, not by both")]
    [InlineData("""{"partial":[{"atR":1,"pct":60},{"atR":2,"pct":60}]}""", "exits.partial: The parts are more than 100 % together")]
    [InlineData("""{"partial":[{"atR":1}]}""", "exits.partial.0.pct: Required")]
    [InlineData("""{"partial":1}""", "exits.partial: Expected an array of at most 10 {atR, pct}")]
    public void Read_Malformed_NamesThePlace(string exits, string message)
    {
        JsonElement refused = _home.Buy($$""","exits":{{exits}}""");

        Assert.Equal(("VALIDATION_ERROR", message), (refused.GetProperty("code").GetString(), refused.GetProperty("message").GetString()));
    }

    private void Open(string exits, double price = 1.08490)
    {
        JsonElement placed = _home.Buy($$""","exits":{{exits}}""");
        Assert.Equal("pending", placed.GetProperty("status").GetString());
        _home.Bar(price);
    }

    private void Restart()
    {
        PaperHome before = _home;
        before.Dispose();
        _home = new PaperHome(_folder.Root, before);
    }
}
