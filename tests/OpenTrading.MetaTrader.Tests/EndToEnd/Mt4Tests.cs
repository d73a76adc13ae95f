using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>The same orders on MT4, over both of its ways to the host.</summary>
public sealed class Mt4Tests
{
    [EmulatorTheory]
    [InlineData("mt4")]
    [InlineData("mt4-http")]
    public async Task Order_OpenedMovedAndClosedInParts_IsTheSameOnBothSides(string way)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync(way, ["--prefix", "m", "--chart", "mEURUSD"]);

        Order opened = await bench.FilledAsync(bench.Buy(0.3m));
        Position position = Assert.Single(bench.Broker.Snapshot().Positions);
        Assert.Equal(("EURUSD", 0.3m, opened.Position), (position.Symbol, position.Volume, position.Ticket));
        await bench.FilledAsync(bench.Buy() with { Kind = OrderKind.Modify, Target = position.Ticket, Volume = position.Volume, StopLoss = position.StopLoss + 0.001m });
        await bench.AgreesAsync();

        // What is left of a partial close goes on under another ticket.
        await bench.FilledAsync(bench.Close(position, 0.1m));
        await bench.AgreesAsync();
        Position rest = Assert.Single(bench.Broker.Snapshot().Positions);
        Assert.Equal(0.2m, rest.Volume);
        Assert.NotEqual(position.Ticket, rest.Ticket);

        await bench.FilledAsync(bench.Close(rest));
        await bench.AgreesAsync();
        Assert.Empty(bench.Broker.Snapshot().Positions);
        Assert.DoesNotContain(bench.Records, r => r.Type is "recon.unmatched" or "position.deal" or "order.illegal_transition");
    }

    [EmulatorTheory]
    [InlineData("mt4", "cut=after_send times=1")]
    [InlineData("mt4-http", "swallow times=1")]
    public async Task Order_ReplyLost_EndsFilledOnce(string way, string fault)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync(way, []);
        await bench.Terminal.CommandAsync($"fault {fault}");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Filled);

        await bench.AgreesAsync();
    }
}
