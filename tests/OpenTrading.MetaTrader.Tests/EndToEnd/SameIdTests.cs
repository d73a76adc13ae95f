using System.Text.Json;
using OpenTrading.Kernel.Orders;
using OpenTrading.MetaTrader.Brokers;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>The same client order id again: the expert answers what it answered before, whatever happened in between.</summary>
public sealed class SameIdTests
{
    [EmulatorTheory]
    [InlineData("at once")]
    [InlineData("after a reconnect")]
    [InlineData("after a restart of the expert")]
    [InlineData("after a restart of the terminal")]
    [InlineData("after a restart of the host")]
    public async Task Send_SameId_HasItsEffectOnce(string when)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        Order order = await bench.FilledAsync(bench.Buy());
        var request = new BrokerRequest(order.ClientOrderId!, order.Intent);
        Session session = bench.Bridge.Terminals.All[0].Session!;
        switch (when)
        {
            case "after a reconnect":
                await bench.Terminal.CommandAsync("cut");
                break;
            case "after a restart of the expert":
                await bench.Terminal.CommandAsync("restart 3");
                break;
            case "after a restart of the terminal":
                bench.Terminal.Kill();
                bench.Terminal.Start();
                break;
            case "after a restart of the host":
                await bench.DropHostAsync();
                await bench.StartHostAsync();
                await bench.ReadyAsync();
                break;
            default:
                break;
        }

        await bench.UntilAsync(() => bench.Broker.Health.IsConnected && (when == "at once" || bench.Bridge.Terminals.All[0].Session != session));
        using Answer again = await bench.Bridge.Terminals.All[0].Session!.AskAsync(
            "send", m => RequestFields.Write(m, request, "EURUSD", bench.Bridge.Terminals.All[0].Session!.Beat, bench.Bridge.Options.Magic), TimeSpan.FromSeconds(60), default);

        Assert.True(again.Ok, again.Body.GetRawText());
        Assert.True(again.Body.GetProperty("duplicate").GetBoolean());
        Assert.Equal(order.Ticket, again.Body.GetProperty("order").GetInt64());
        await bench.AgreesAsync();
        Assert.Single(bench.Broker.Snapshot().Positions);
    }

    [EmulatorFact]
    public async Task Send_SameIdForAnotherOrder_IsAConflict()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        Order order = await bench.FilledAsync(bench.Buy());
        var other = new BrokerRequest(order.ClientOrderId!, order.Intent with { Volume = 0.5m });

        using Answer answer = await bench.Bridge.Terminals.All[0].Session!.AskAsync(
            "send", m => RequestFields.Write(m, other, "EURUSD", bench.Bridge.Terminals.All[0].Session!.Beat, bench.Bridge.Options.Magic), TimeSpan.FromSeconds(60), default);

        Assert.Equal("CID_CONFLICT", answer.Body.GetProperty("code").GetString());
        await bench.AgreesAsync();
        Assert.Equal(0.1m, Assert.Single(bench.Broker.Snapshot().Positions).Volume);
    }

    [EmulatorFact]
    public async Task Host_DiesInMidOrder_FindsItAfterwardsAndSendsNothing()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync("fault latency=1500 times=1");

        Order sent = bench.Desk.Send(bench.Buy());
        await bench.DropHostAsync();
        await bench.StartHostAsync();
        await bench.ReadyAsync();
        await bench.Desk.TakeUpAsync();
        Order found = bench.Desk.Orders.Single(o => o.Id == sent.Id);

        JsonElement counts = await bench.Terminal.CommandAsync("sends");
        int executed = counts.GetProperty("executed").TryGetProperty($"ot{sent.ClientOrderId}", out JsonElement count) ? count.GetInt32() : 0;
        Assert.Equal(executed == 1 ? OrderState.Filled : OrderState.Rejected, found.Outcome);
        Assert.Equal(executed, bench.Broker.Snapshot().Positions.Count);
        await bench.AgreesAsync();
    }
}
