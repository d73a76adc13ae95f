using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Strategies;

namespace OpenTrading.Sdk.Testing.Tests.Strategies;

public sealed class StrategyContractTests
{
    [Fact]
    public void Determinism_UnseededRandom_IsCaught() =>
        Caught.By(Suite(() => new Guessing()).OnBar_SameBarsAgain_EmitsTheSame, "not deterministic");

    [Fact]
    public void LookAhead_AStaticThatHoldsTheWholeMarket_IsCaught()
    {
        var suite = Suite(() => new Peeking(Peeking.Market), bars => Peeking.Market = [.. bars]);

        suite.OnBar_SameBarsAgain_EmitsTheSame();
        Caught.By(suite.OnBar_OtherFuture_EmitsTheSameUpToThere, "bars that have not closed");
    }

    [Fact]
    public void LookAhead_AStaticThatRemembersTheRunBefore_IsCaught()
    {
        // Warmed on the true bars it is deterministic over them, which is how such a thing slips through.
        var suite = Suite(() => new Remembering());
        Caught.By(suite.OnBar_TheBars_EmitsSomething, "emitted nothing");
        suite.OnBar_SameBarsAgain_EmitsTheSame();

        Caught.By(suite.OnBar_OtherFuture_EmitsTheSameUpToThere, "bars that have not closed");
    }

    [Theory]
    [InlineData("confidence")]
    [InlineData("stop")]
    [InlineData("target")]
    [InlineData("entry")]
    public void Numbers_OneUnsound_IsCaught(string which) => Caught.By(Suite(() => new Unsound(which)).OnBar_AnyBar_EmitsSoundNumbers, which switch
    {
        "confidence" => "its confidence is NaN; it must be 0 to 1",
        "stop" => "it must be below the entry",
        "target" => "its target is NaN",
        _ => "a pending entry needs a price",
    });

    [Fact]
    public void Emissions_None_AreCaught() => Caught.By(Suite(() => new Silent()).OnBar_TheBars_EmitsSomething, "emitted nothing in 3000 bars");

    private static Specimen Suite(Func<Strategy> create, Action<IReadOnlyList<Bar>>? publish = null) => new(create, publish);

    /// <summary>An honest strategy passes; the runner runs the suite over it.</summary>
    public sealed class Honest : StrategyContract
    {
        protected override Strategy Create() => new TrendFollowing();
    }

    // Not public, so the runner does not run it: it is meant to fail.
    private sealed class Specimen(Func<Strategy> create, Action<IReadOnlyList<Bar>>? publish) : StrategyContract
    {
        protected override Strategy Create() => create();

        protected override void Publish(IReadOnlyList<Bar> bars) => publish?.Invoke(bars);
    }

    private sealed class TrendFollowing : Strategy
    {
        private readonly Ema _mean = new(20);

        public override void OnBar(StrategyContext context)
        {
            double distance = context.Bar.Close - _mean.Update(context.Bar.Close);
            if (distance > 0.002 && context.Position is null)
            {
                context.Buy("above the mean", 0.6, Level.At(context.Bar.Low - 0.001), Level.Points(500));
            }
            else if (distance < 0 && context.Position is { } position)
            {
                context.Emit(new MoveStop(position.Ticket, context.Bar.Close - 0.0005) { Reason = "below the mean" });
            }
        }
    }

    private sealed class Guessing : Strategy
    {
        private readonly Random _random = new();

        public override void OnBar(StrategyContext context)
        {
            if (_random.NextDouble() < 0.05)
            {
                context.Buy("a feeling");
            }
        }
    }

    private sealed class Peeking(Bar[] market) : Strategy
    {
        public static Bar[] Market { get; set; } = [];

        public override void OnBar(StrategyContext context)
        {
            long next = context.BarsSeen;
            if (next < market.Length && market[next].Close > context.Bar.Close * 1.001)
            {
                context.Buy("it will rise");
            }
        }
    }

    private sealed class Remembering : Strategy
    {
        private static Bar[] _last = [];
        private readonly Bar[] _known = _last;
        private readonly List<Bar> _seen = [];

        public override void OnBar(StrategyContext context)
        {
            _seen.Add(context.Bar);
            if (_seen.Count < _known.Length && _known[_seen.Count].Close > context.Bar.Close * 1.001)
            {
                context.Buy("it rose the last time");
            }

            if (_seen.Count == 3000)
            {
                _last = [.. _seen];
            }
        }
    }

    private sealed class Unsound(string which) : Strategy
    {
        public override void OnBar(StrategyContext context) => context.Emit(which switch
        {
            "confidence" => new Signal { Action = SignalAction.Buy, Confidence = double.NaN },
            "stop" => new Signal { Action = SignalAction.Buy, Stop = Level.At(context.Bar.Close + 0.01) },
            "target" => new Signal { Action = SignalAction.Sell, Target = Level.Points(double.NaN) },
            _ => new Signal { Action = SignalAction.Sell, Entry = Trading.OrderType.Limit },
        });
    }

    private sealed class Silent : Strategy
    {
        public override void OnBar(StrategyContext context)
        {
        }
    }
}
