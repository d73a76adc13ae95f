using OpenTrading.Kernel.Orders;
using OpenTrading.MetaTrader.Brokers;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>Requests whose result does not come. Whatever happened, it is found out; nothing goes out twice.</summary>
public sealed class LostResultTests
{
    [EmulatorTheory]
    [InlineData("cut=after_send times=1")]
    [InlineData("cut=before_send times=1")]
    [InlineData("swallow times=1")]
    public async Task Open_LinkBreaksOrReplyIsLost_EndsFilledOnce(string fault)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.FilledAsync(bench.Buy());
        await bench.Terminal.CommandAsync($"fault {fault}");

        Order order = bench.Desk.Send(bench.Buy(0.2m));
        await bench.EndsAsync(order, OrderState.Filled);

        Assert.Equal(0.2m, order.FilledVolume);
        await bench.AgreesAsync();
        Assert.Equal(2, bench.Broker.Snapshot().Positions.Count);
    }

    [EmulatorFact]
    public async Task Open_FirstOrderOfAnAccountAndReplyIsCut_EndsFilledOnce()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync("fault cut=after_send times=1");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Filled);

        Assert.Contains(bench.Records, r => r.Type == "order.unknown");
        Assert.NotEmpty(bench.Notes.Only("ea.outcome_unknown")["why"]!);
        await bench.AgreesAsync();
    }

    [EmulatorTheory]
    [InlineData("kill=after_send", 1, OrderState.Filled)]
    [InlineData("kill=before_send", 0, OrderState.OutcomeUnknown)]
    public async Task Open_TerminalDies_IsFoundOutAfterItsReturn(string fault, int positions, OrderState outcome)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync($"fault {fault}");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.Terminal.EndedAsync();
        bench.Terminal.Start();
        await bench.EndsAsync(order, outcome);
        await bench.UntilAsync(() => bench.Broker.Health.IsConnected && (outcome == OrderState.Filled || bench.Notes.Notes.Any(n => n.Type == "ea.outcome")));

        await bench.AgreesAsync();
        Assert.Equal(positions, bench.Broker.Snapshot().Positions.Count);
        Assert.Equal(outcome, order.Outcome);
    }

    [EmulatorTheory]
    [InlineData("comment_cut=10")]
    [InlineData("comment=BROKER")]
    public async Task Open_CommentCutOrOverwrittenAndReplyLost_IsFoundByTheExpertsJournal(string fault)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--fault", fault);
        await bench.Terminal.CommandAsync("fault cut=after_send times=1");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Filled);

        await bench.AgreesAsync();
        Assert.DoesNotContain(bench.Records, r => r.Type == "position.deal");
    }

    [EmulatorFact]
    public async Task Changes_RepliesCut_AreInForceOnce()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.FilledAsync(bench.Buy(0.3m));
        Position position = bench.Broker.Snapshot().Positions[0];
        decimal stop = position.StopLoss!.Value + 0.002m;

        await bench.Terminal.CommandAsync("fault cut=after_send times=1");
        await bench.FilledAsync(bench.Buy() with { Kind = OrderKind.Modify, Target = position.Ticket, Volume = position.Volume, StopLoss = stop });
        Assert.Equal(stop, bench.Broker.Snapshot().Positions[0].StopLoss);

        await bench.UntilAsync(() => bench.Broker.Health.IsConnected);
        await bench.Terminal.CommandAsync("fault cut=after_send times=1");
        await bench.FilledAsync(bench.Close(position, 0.1m));

        await bench.UntilAsync(() => bench.Broker.Health.IsConnected);
        await bench.AgreesAsync();
        Assert.Equal(0.2m, bench.Broker.Snapshot().Positions[0].Volume);
    }

    [EmulatorFact]
    public async Task Pending_PlacedAndCancelledWhileNobodyListens_IsKnownAfterwards()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync("fault cut=after_send times=1");
        Order placed = bench.Desk.Send(bench.Limit());
        await bench.UntilAsync(() => placed.State == OrderState.Submitted);
        await bench.UntilAsync(() => bench.Broker.Health.IsConnected);
        await bench.AgreesAsync();

        await bench.Terminal.CommandAsync("fault no_connect");
        await bench.Terminal.CommandAsync("cut");
        await bench.UntilAsync(() => !bench.Broker.Health.IsConnected);
        await bench.Terminal.CommandAsync($"cancel {placed.Ticket}");
        await bench.Terminal.CommandAsync("clear no_connect");

        await bench.EndsAsync(placed, OrderState.Cancelled);
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Outcome_NeverSent_IsSaidAndTheIdIsDeadFromThenOn()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        var request = new BrokerRequest("e2et000000000zzz", bench.Buy());

        RequestOutcome outcome = await bench.Broker.FindAsync(request, default);
        var sent = new TaskCompletionSource<string>();
        bench.Bridge.Terminals.All[0].Session!.Post(
            "send",
            m => RequestFields.Write(m, request, "EURUSD", bench.Bridge.Terminals.All[0].Session!.Beat, 1),
            answer =>
            {
                using (answer)
                {
                    sent.SetResult(answer.Body.GetProperty("code").GetString()!);
                }
            },
            sent.SetException);

        Assert.Equal(RequestState.NeverSent, outcome.State);
        Assert.Equal(ExecutionKind.Rejected, Assert.Single(outcome.Reports).Kind);
        Assert.Equal("CID_DEAD", await sent.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await bench.AgreesAsync();
    }
}
