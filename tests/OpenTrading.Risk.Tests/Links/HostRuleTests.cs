using OpenTrading.Risk.Links;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Links;

public sealed class HostRuleTests
{
    private static readonly JournalWritableRule Journal = new(512);
    private static readonly ConfigUnchangedRule Config = new();

    [Theory]
    [InlineData(513, RuleOutcome.Pass)]
    [InlineData(512, RuleOutcome.Pass)]
    [InlineData(511, RuleOutcome.Reject)]
    public void Journal_FreeSpace_IsEnoughForEntries(int free, RuleOutcome expected) => Assert.Equal(expected, Journal.Outcome(Host(Sound with { FreeMebibytes = free })));

    [Theory]
    [InlineData(OrderClass.Tighten)]
    [InlineData(OrderClass.Reduce)]
    [InlineData(OrderClass.Close)]
    public void Journal_WhatLowersRisk_NeedsTheLastAppendAlone(OrderClass orderClass)
    {
        Assert.Equal(RuleOutcome.Pass, Journal.Outcome(Host(Sound with { FreeMebibytes = 0 }) with { Class = orderClass }));
        Assert.Equal(RuleOutcome.Reject, Journal.Outcome(Host(Sound with { IsJournalSound = false }) with { Class = orderClass }));
    }

    [Fact]
    public void Journal_UnknownSpaceOrFailedAppend_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Journal.Outcome(Host(Sound with { FreeMebibytes = null })));
        Assert.Equal(RuleOutcome.Reject, Journal.Outcome(Host(Sound with { IsJournalSound = false })));
    }

    [Fact]
    public void Replays_NeedNeitherDiskNorFile()
    {
        Assert.Equal(RuleOutcome.NotApplicable, Journal.Outcome(Scene.Context));
        Assert.Equal(RuleOutcome.NotApplicable, Config.Outcome(Scene.Context));
    }

    [Fact]
    public void Config_OnDisk_IsTheOneInForce()
    {
        Assert.Equal(RuleOutcome.Pass, Config.Outcome(Host(Sound)));
        Assert.Equal(RuleOutcome.Reject, Config.Outcome(Host(Sound with { FileHash = "b" })));
        Assert.Equal(RuleOutcome.Reject, Config.Outcome(Host(Sound with { FileHash = null })));
    }

    [Fact]
    public void Config_OfTheFirstLook_IsTheOneInForce()
    {
        Assert.Equal(RuleOutcome.Pass, Config.Outcome(Host(Sound) with { OrderConfigHash = "a" }));
        Assert.Equal(RuleOutcome.Reject, Config.Outcome(Host(Sound) with { OrderConfigHash = "b" }));
    }

    [Fact]
    public void Reconciliation_AnUnknownOutcome_HoldsUpItsOwnTicketAlone()
    {
        var rule = new ReconciliationRule();
        RiskContext unclean = Scene.Context with { Link = new LinkState(true, "", TimeSpan.Zero, TimeSpan.Zero, null, false) };
        RiskContext doubt = unclean.WithState(s => s with { InDoubt = [Scene.Buy with { Kind = OrderKind.Close, Target = 7 }] });

        Assert.Equal(RuleOutcome.Reject, rule.Outcome(unclean));
        foreach (OrderClass lowering in (OrderClass[])[OrderClass.Tighten, OrderClass.Reduce, OrderClass.Close])
        {
            Assert.Equal(RuleOutcome.Pass, rule.Outcome(unclean.WithOrder(o => o with { Target = 7 }) with { Class = lowering }));
            Assert.Equal(RuleOutcome.Reject, rule.Outcome(doubt.WithOrder(o => o with { Target = 7 }) with { Class = lowering }));
            Assert.Equal(RuleOutcome.Pass, rule.Outcome(doubt.WithOrder(o => o with { Target = 8 }) with { Class = lowering }));
            Assert.Equal(RuleOutcome.Reject, rule.Outcome(doubt.WithOrder(o => o with { Target = 8 }) with { Class = lowering, Account = Scene.Account with { Mode = AccountMode.Netting } }));
        }
    }

    private static HostState Sound { get; } = new(true, 10_000, "a", "a");

    private static RiskContext Host(HostState host) => Scene.Context with { Host = host };
}
