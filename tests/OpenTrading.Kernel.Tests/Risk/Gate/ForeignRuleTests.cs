using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Gate;

/// <summary>Rules of plugins and scripts: what they are asked, and that whatever they do can only tighten.</summary>
public sealed class ForeignRuleTests : IDisposable
{
    // Above the limit in force, so that a sound rule on a busy machine is not taken for one that hangs.
    private readonly WatchedThread _watch = new("rules", TimeSpan.FromMilliseconds(500));
    private readonly Hang _hang = new();

    public void Dispose()
    {
        _hang.Dispose();
        _watch.Dispose();
    }

    [Fact]
    public void ForeignLimit_IsFiftyMilliseconds() => Assert.Equal(50, BoundRule.ForeignLimit.TotalMilliseconds);

    [Theory]
    [InlineData(OrderClass.All, OrderClass.EntryOrRaise)]
    [InlineData(OrderClass.Entry | OrderClass.Close, OrderClass.Entry)]
    [InlineData(OrderClass.Raise, OrderClass.Raise)]
    public void Judges_WhateverItDeclares_EntriesAndRaisedRiskOnly(OrderClass declared, OrderClass judged)
    {
        BoundRule rule = Bind(RuleStub.Passing, classes: declared);

        foreach (OrderClass orderClass in (OrderClass[])[OrderClass.Entry, OrderClass.Raise, OrderClass.Tighten, OrderClass.Reduce, OrderClass.Close])
        {
            Assert.Equal((judged & orderClass) != 0, rule.Judges(orderClass));
        }
    }

    [Fact]
    public void Foreign_DeclaresNeitherEntryNorRaise_IsRefused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Bind(RuleStub.Passing, classes: OrderClass.Close | OrderClass.Reduce));

        Assert.StartsWith("Rule stub is for Reduce, Close alone", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_Sound_CountsLikeAnyRule(bool isWatched)
    {
        GateVerdict reduced = Gate(Bind(RuleStub.AtMost(0.20m), isWatched)).Check(Scene.Context);
        GateVerdict rejected = Gate(Bind(RuleStub.Rejecting, isWatched)).Check(Scene.Context);

        Assert.Equal((true, 0.20m), (reduced.Passed, reduced.Volume));
        Assert.Equal("stub", Assert.Single(rejected.Violations).Rule);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_Failure_RejectsAsRuleFailed(bool isWatched)
    {
        Fails("threw InvalidOperationException: broken", _ => throw new InvalidOperationException("broken"), isWatched);
        Fails("returned nothing", _ => null!, isWatched);
        Fails("reduced 0.38 lots to 0.39", _ => RuleResult.Test(false, "", "", "").OrReduceTo(0.39m), isWatched);
        Fails("returned a verdict whose texts cannot be journaled", _ => RuleResult.Test(true, "", "", "", null!), isWatched);
        Fails("returned a verdict whose texts cannot be journaled", _ => RuleResult.Test(false, "\ud800", "", ""), isWatched);
    }

    [Fact]
    public void Check_Hangs_RejectsAndItsThreadIsLeftBehind()
    {
        Fails("gave no answer within 500 ms", Block, isWatched: true);

        Assert.Equal(1, _watch.Abandoned);
    }

    [Fact]
    public void Check_AnswersTooLate_TheAnswerFindsNobodyWaiting()
    {
        bool hangs = true;
        var asked = new List<Thread>();
        BoundRule rule = Bind(new RuleStub(c =>
        {
            asked.Add(Thread.CurrentThread);
            return hangs ? Block(c) : RuleResult.Test(false, "2", "<=", "1");
        }));

        RuleVerdict late = rule.Check(Scene.Context);
        hangs = false;
        _hang.Release();
        Assert.True(asked[0].Join(TimeSpan.FromMinutes(1)));
        RuleVerdict next = rule.Check(Scene.Context);

        Assert.True(late.RuleFailed);
        Assert.Equal((RuleOutcome.Reject, "2"), (next.Result.Outcome, next.Result.Value));
        Assert.NotSame(asked[0], asked[1]);
    }

    [Fact]
    public void Check_InterruptStopsIt_IsATimeOutWithoutALostThread()
    {
        BoundRule rule = Bind(new RuleStub(Block), interrupt: _hang.Release);

        Assert.Equal("gave no answer within 500 ms", rule.Check(Scene.Context).Result.Value);
        Assert.Equal(0, _watch.Abandoned);
    }

    [Fact]
    public void Check_ThreeTimeOutsInARow_IsAskedNoMoreAndRejectsEveryEntryAndRaise()
    {
        var stub = new RuleStub(Block);
        BoundRule rule = Bind(stub, classes: OrderClass.Entry);
        RiskGate gate = Gate(rule, RuleStub.Passing.Bind("other"));
        for (int i = 0; i < 3; i++)
        {
            Assert.False(rule.IsGivenUp);
            Assert.False(gate.Check(Scene.Context).Passed);
        }

        GateVerdict entry = gate.Check(Scene.Context);
        GateVerdict raise = gate.Check(Scene.Context with { Class = OrderClass.Raise });

        Assert.True(rule.IsGivenUp);
        Assert.Equal((3, 3), (stub.AskedFor.Count, _watch.Abandoned));
        Assert.Equal(
            "rule_failed: stub EURUSD is not asked any more after 3 time-outs in a row, limit needs a verdict; an operator removes the rule and restarts",
            Assert.Single(entry.Violations).Message);
        Assert.Equal("rule_failed", Assert.Single(raise.Violations).Rule);
        Assert.True(gate.Check(Scene.Context with { Class = OrderClass.Close }).Passed);
    }

    [Fact]
    public void Check_AnswerBetweenTimeOuts_StartsTheCountAgain()
    {
        int asked = 0;
        BoundRule rule = Bind(new RuleStub(c => ++asked % 3 == 0 ? throw new InvalidOperationException() : Block(c)));

        for (int i = 0; i < 6; i++)
        {
            rule.Check(Scene.Context);
        }

        Assert.Equal(6, asked);
        Assert.False(rule.IsGivenUp);
    }

    [Fact]
    public void Check_Unwatched_IsAskedOnTheGatesThreadAndSaysSo()
    {
        BoundRule? rule = null;
        var told = new List<(Thread, bool)>();
        rule = Bind(
            new RuleStub(_ =>
            {
                told.Add((Thread.CurrentThread, rule!.IsAsked));
                throw new InvalidOperationException();
            }),
            isWatched: false);

        rule.Check(Scene.Context);

        Assert.Equal([(Thread.CurrentThread, true)], told);
        Assert.False(rule.IsAsked);
    }

    [Fact]
    public void Check_BuiltInRule_IsAskedOnTheGatesThread()
    {
        Thread? asked = null;
        Gate(Bind(RuleStub.Passing), new RuleStub(_ =>
        {
            asked = Thread.CurrentThread;
            return RuleResult.NotApplicable;
        }).Bind("built-in")).Check(Scene.Context);

        Assert.Same(Thread.CurrentThread, asked);
    }

    [Fact]
    public void Check_SymbolWithVariant_AsksTheVariant()
    {
        BoundRule rule = BoundRule.Foreign(
            RuleStub.Passing.Bind().Declaration, RuleStub.Passing, new Dictionary<string, IRiskRule> { ["EURUSD"] = RuleStub.Rejecting }, _watch);

        Assert.Equal(RuleOutcome.Reject, rule.Check(Scene.Context).Result.Outcome);
    }

    private BoundRule Bind(RuleStub rule, bool isWatched = true, OrderClass classes = OrderClass.All, Action? interrupt = null) =>
        BoundRule.Foreign(rule.Bind(classes: classes).Declaration, rule, null, isWatched ? _watch : null, interrupt);

    private void Fails(string how, Func<RiskContext, RuleResult> check, bool isWatched)
    {
        GateVerdict verdict = Gate(Bind(new RuleStub(check), isWatched)).Check(Scene.Context);

        Violation violation = Assert.Single(verdict.Violations);
        Assert.Equal(("rule_failed", how, 0m), (violation.Rule, violation.Value, verdict.Volume));
    }

    private RuleResult Block(RiskContext context)
    {
        _hang.Block();
        return RuleResult.Test(true, "1", "<=", "1");
    }

    private static RiskGate Gate(params BoundRule[] rules) => new(rules, new MintLedger());
}
