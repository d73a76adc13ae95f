using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Paper.Resets;

public sealed class ResetTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PaperHome _home;

    public ResetTests() => _home = new PaperHome(_folder.Root);

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Reset_FlatAccount_BeginsABookAndKeepsTheOldOne()
    {
        string tradeId = Trade();
        string before = Text(_home.Call("paper_get_account"), "bookId");

        JsonElement reset = _home.Call("paper_reset", """{"capital":25000,"reason":"a new month"}""");

        JsonElement account = _home.Call("paper_get_account");
        Assert.Equal((before, 1), (Text(reset, "archivedBookId"), reset.GetProperty("archivedTrades").GetInt32()));
        Assert.Equal((Text(reset, "bookId"), 25_000m, 25_000m, 0m, 0m), (Text(account, "bookId"), Number(account, "balance"), Number(account, "equity"), Number(account, "dayPnl"), Number(account, "drawdownPct")));
        Assert.NotEqual(before, Text(reset, "bookId"));
        Assert.Empty(_home.Call("paper_list_trades").GetProperty("trades").EnumerateArray());
        Assert.Equal(tradeId, _home.Trades.Find(tradeId)!.TradeId);
        Assert.Equal(25_000m, _home.Desk.State.InitialCapital);
    }

    [Fact]
    public void Reset_AfterARestart_IsStillInForceAndTradesOn()
    {
        Trade();
        string book = Text(_home.Call("paper_reset", """{"capital":25000,"reason":"a new month"}"""), "bookId");
        _home.Dispose();

        using var second = new PaperHome(_folder.Root, _home);
        second.Bar(1.08490);

        JsonElement account = second.Call("paper_get_account");
        Assert.Equal((book, 25_000m, 0m), (Text(account, "bookId"), Number(account, "balance"), Number(account, "dayPnl")));
        second.Buy();
        second.Bar(1.08490, 1.08390);
        Assert.Equal(24_989m, Number(second.Call("paper_get_account"), "equity"));
    }

    [Fact]
    public void Reset_OpenPositionOrWaitingOrder_IsRefused()
    {
        _home.Buy();
        Assert.Equal("STATE_CONFLICT", Text(_home.Call("paper_reset", """{"reason":"r"}"""), "code"));

        _home.Bar(1.08490);
        Assert.Equal("STATE_CONFLICT", Text(_home.Call("paper_reset", """{"reason":"r"}"""), "code"));
        Assert.Equal(9_999m, Number(_home.Call("paper_get_account"), "equity"));
    }

    [Theory]
    [InlineData("""{"reason":"r","currency":"EUR"}""")]
    [InlineData("""{"reason":"r","capital":0}""")]
    [InlineData("""{"capital":1000}""")]
    public void Reset_WhatCannotBe_IsRefused(string arguments) => Assert.Equal("VALIDATION_ERROR", Text(_home.Call("paper_reset", arguments), "code"));

    private string Trade()
    {
        _home.Buy();
        _home.Bar(1.08490);
        _home.Call("paper_close_position", """{"positionId":"all"}""");
        _home.Bar(1.08400);
        return Text(_home.Call("paper_list_trades").GetProperty("trades")[0], "tradeId");
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
