using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Signals;

public sealed class EnsembleTests
{
    [Fact]
    public void Decide_SeveralVotes_TakesTheSurestAgreeingSignalWithTheTallysConfidence()
    {
        Decision decision = Decide(
            new("a", new Signal { Action = SignalAction.Buy, Confidence = 0.5, Stop = Level.Points(100), Reason = "slow" }),
            new("b", new Signal { Action = SignalAction.Buy, Confidence = 0.9, Stop = Level.Points(200), Reason = "fast" }),
            new("c", new Signal { Action = SignalAction.Sell, Confidence = 1, Stop = Level.Points(300), Reason = "contrary" }));

        Assert.Equal(Level.Points(200), decision.Signal!.Stop);
        Assert.Equal(0.7, decision.Signal.Confidence, 12);
        Assert.Equal("b: fast (buy 2 of 3)", decision.Signal.Reason);
        Assert.Equal(3, decision.Votes.Count);
    }

    [Fact]
    public void Decide_OneVote_LeavesTheSignalAsItIs()
    {
        var signal = new Signal { Action = SignalAction.Buy, Confidence = 0.5, Reason = "alone" };

        Assert.Same(signal, Decide(new Vote("a", signal)).Signal);
    }

    [Fact]
    public void Decide_Tie_HasNoSignalButEveryVote()
    {
        Decision decision = Decide(
            new("a", new Signal { Action = SignalAction.Buy }), new("b", new Signal { Action = SignalAction.Sell }));

        Assert.Null(decision.Signal);
        Assert.Equal(["a", "b"], decision.Votes.Select(v => v.StrategyId));
    }

    private static Decision Decide(params Vote[] votes) => new Ensemble(new MajorityVoting(), votes.Length).Decide(Scene.Now, "EURUSD", votes);
}
