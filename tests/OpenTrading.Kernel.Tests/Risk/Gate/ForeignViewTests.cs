using System.Collections;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Gate;

/// <summary>What a foreign rule sees: equal to what the gate judges on, and changeable by nobody.</summary>
public sealed class ForeignViewTests
{
    private readonly List<Position> _positions = [Scene.Long];
    private readonly List<WorkingOrder> _orders = [new(9, "EURUSD", OrderSide.Buy, OrderType.Limit, 0.10m, 1.0800m)];
    private readonly List<TradingSession> _sessions = [new(DayOfWeek.Monday, TimeSpan.Zero, TimeSpan.FromHours(24))];
    private readonly Dictionary<string, int> _inFlight = new() { ["EURUSD"] = 2 };
    private readonly Dictionary<string, Quote> _quotes = new()
    {
        ["EURUSD"] = Scene.Quote,
        ["GBPUSD"] = new("GBPUSD", 1.2500m, 1.2502m, Scene.Now, "test"),
        ["USDJPY"] = new("USDJPY", 150.00m, 150.02m, Scene.Now, "test"),
    };

    [Fact]
    public void Check_ForeignRule_SeesWhatTheGateJudgesOn()
    {
        RiskContext seen = Seen();

        Assert.Equal(_positions, seen.Positions);
        Assert.Equal(_orders, seen.Orders);
        Assert.Equal(_sessions, seen.Instrument!.Sessions);
        Assert.Equal(_inFlight, seen.State.InFlightEntries);
        Assert.Equal((Context.Order, Context.Class, Context.Stage, Context.Now), (seen.Order, seen.Class, seen.Stage, seen.Now));
        Assert.Equal((Context.Account, Context.Quote, Context.EntryPrice), (seen.Account, seen.Quote, seen.EntryPrice));
        Assert.Equal((Context.State.KillLevel, Context.Instrument!.TickSize), (seen.State.KillLevel, seen.Instrument.TickSize));
    }

    [Theory]
    [InlineData("USD", "USD")]
    [InlineData("EUR", "USD")]
    [InlineData("USD", "EUR")]
    [InlineData("EUR", "GBP")]
    [InlineData("GBP", "EUR")]
    [InlineData("USD", "GBP")]
    [InlineData("GBP", "CHF")]
    [InlineData("CHF", "CHF")]
    public void Check_ForeignRule_RatesAreThoseOfTheGate(string from, string to) =>
        Assert.Equal(Context.Rates.Rate(from, to), Seen().Rates.Rate(from, to));

    [Fact]
    public void Check_WhatTheGateHoldsChangesLater_TheRuleStillSeesTheOldOnes()
    {
        RiskContext seen = Seen();
        decimal? rate = seen.Rates.Rate("EUR", "USD");

        _positions.Clear();
        _orders.Clear();
        _sessions.Clear();
        _inFlight.Clear();
        _quotes.Clear();

        Assert.Equal((1, 1, 1, 1), (seen.Positions.Count, seen.Orders.Count, seen.Instrument!.Sessions.Count, seen.State.InFlightEntries.Count));
        Assert.Equal((1.08500m, 1.08500m), (rate, seen.Rates.Rate("EUR", "USD")));
    }

    [Fact]
    public void Check_RuleCastsWhatItSees_CanChangeNothing()
    {
        RiskContext seen = Seen();

        foreach (IEnumerable list in (IEnumerable[])[seen.Positions, seen.Orders, seen.Instrument!.Sessions])
        {
            Assert.False(list is Array, $"{list.GetType()} is an array");
            Assert.True(list is not IList { IsReadOnly: false }, $"{list.GetType()} can be changed");
        }

        Assert.Throws<NotSupportedException>(() => ((IList<Position>)seen.Positions)[0] = Scene.Long with { Volume = 0 });
        Assert.Throws<NotSupportedException>(() => ((IDictionary<string, int>)seen.State.InFlightEntries)["EURUSD"] = 0);
        Assert.False(seen.State.InFlightEntries is Dictionary<string, int>);
    }

    [Fact]
    public void Check_BuiltInRule_JudgesTheContextItself()
    {
        RiskContext? seen = null;
        new RiskGate([new RuleStub(c => Note(c, out seen)).Bind()], new MintLedger()).Check(Context);

        Assert.Same(Context.Positions, seen!.Positions);
    }

    [Fact]
    public void Check_VolumeUnderTest_ReachesTheForeignRule()
    {
        RuleStub foreign = RuleStub.Passing;
        var gate = new RiskGate([Foreign(foreign), RuleStub.AtMost(0.20m).Bind("other")], new MintLedger());

        Assert.Equal(0.20m, gate.Check(Context).Volume);
        Assert.Equal([0.38m, 0.20m], foreign.AskedFor);
    }

    private RiskContext Context => field ??= Scene.Context with
    {
        Instrument = Scene.EurUsd with { Sessions = _sessions, TickSize = 0.00005m },
        Account = Scene.Account with { Currency = "GBP" },
        Positions = _positions,
        Orders = _orders,
        State = new RiskState { KillLevel = 1, InFlightEntries = _inFlight },
        Rates = new CurrencyConverter(s => _quotes.GetValueOrDefault(s)),
    };

    private RiskContext Seen()
    {
        RiskContext? seen = null;
        new RiskGate([Foreign(new RuleStub(c => Note(c, out seen)))], new MintLedger()).Check(Context);
        return seen!;
    }

    private static RuleResult Note(RiskContext context, out RiskContext? seen)
    {
        seen = context;
        return RuleResult.NotApplicable;
    }

    private static BoundRule Foreign(RuleStub rule) => BoundRule.Foreign(rule.Bind().Declaration, rule);
}
