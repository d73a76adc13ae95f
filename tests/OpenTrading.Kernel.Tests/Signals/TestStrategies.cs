using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Signals;

/// <summary>Wants to be long (or short) whenever the close rose; says what it looked at.</summary>
[Strategy("hourly", Description = "Follows the hour.", Timeframes = [Timeframe.H1, Timeframe.H4], EntryRules = ["the close rose"], ExitRules = ["stop and target"])]
public sealed class HourlyStrategy(
    [Parameter(-1, 1)] int side = 1,
    [Parameter(0, 1, Step = 0.1)] double confidence = 0.6,
    [Parameter(1, 1000)] double stopPoints = 50,
    [Parameter(1, 1000)] double targetPoints = 100,
    [Parameter(0, 5000)] int warmup = 2,
    OrderType entry = OrderType.Market) : Strategy
{
    public override int WarmupBars => warmup;

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        double before = context.BarsSeen > 1 ? context[1].Close : double.NaN;
        context.Input("close", close);
        bool rose = context.Rule("the close rose", close > before, close, before);
        bool asked = context.Rule("a side is asked for", side != 0, side);
        if (rose && asked && context.Position is null)
        {
            context.Emit(new Signal
            {
                Action = side > 0 ? SignalAction.Buy : SignalAction.Sell,
                Confidence = confidence,
                Entry = entry,
                EntryPrice = entry == OrderType.Market ? null : close + 0.0001,
                Stop = Level.Points(stopPoints),
                Target = Level.Points(targetPoints),
                Reason = "the hour rose",
            });
        }
    }
}

/// <summary>Wants to be short with little confidence.</summary>
[Strategy("doubter")]
public sealed class DoubterStrategy : Strategy
{
    public override void OnBar(StrategyContext context) => context.Sell("it will fall", 0.3, Level.Points(100), Level.Points(100));
}

/// <summary>Wants nothing, and says so.</summary>
[Strategy("sleeper")]
public sealed class SleeperStrategy : Strategy
{
    public override void OnBar(StrategyContext context) => context.Rule("it is noon", context.Bar.Time.Hour == 12, context.Bar.Time.Hour, 12);
}

/// <summary>Does what it must not.</summary>
[Strategy("rascal")]
public sealed class RascalStrategy(string deed) : Strategy
{
    public override void OnBar(StrategyContext context)
    {
        switch (deed)
        {
            case "throw":
                throw new InvalidOperationException("no wish");
            case "nan":
                context.Buy("to nowhere", 0.5, Level.At(double.NaN));
                break;
            case "text":
                context.Rule("half a \ud800 pair", true);
                context.Rule(null!, false);
                break;
        }
    }
}
