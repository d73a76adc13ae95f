using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Indicators;

namespace OpenTrading.Sdk.Testing.Tests.Indicators;

public sealed class IndicatorContractTests
{
    [Fact]
    public void FreshRun_SharedState_IsCaught() =>
        Caught.By(new Specimen(() => new SharedSum()).Update_BarByBar_EqualsAFreshRunUpToThere, "Values must depend on the bars alone");

    [Fact]
    public void Reset_ThatForgetsHalf_IsCaught() =>
        Caught.By(new Specimen(() => new StickySum()).Reset_AfterBars_RepeatsTheSame, "in the same bars after a reset");

    [Fact]
    public void Allocation_OfAnArrayABar_IsCaught() =>
        Caught.By(new Specimen(() => new WastefulSum()).Update_AnyBar_AllocatesNothing, "updates allocated");

    [Fact]
    public void Warmup_DeclaredTooLong_IsCaught() =>
        Caught.By(new Specimen(() => new LateSum()).IsReady_TheBars_ComesAfterTheWarmup, "It is ready after 1 bars; WarmupBars says 10.");

    /// <summary>An honest indicator of one output passes.</summary>
    public sealed class OneOutput : IndicatorContract
    {
        protected override IIndicator Create() => new Rsi(14);
    }

    /// <summary>An honest indicator of several outputs passes.</summary>
    public sealed class SeveralOutputs : IndicatorContract
    {
        protected override IIndicator Create() => new Macd();
    }

    /// <summary>An honest indicator of two series passes.</summary>
    public sealed class TwoSeries : IndicatorContract
    {
        protected override IIndicator Create() => new Beta();
    }

    private sealed class Specimen(Func<IIndicator> create) : IndicatorContract
    {
        protected override IIndicator Create() => create();
    }

    private sealed class SharedSum() : ScalarIndicator("sum", 1)
    {
        private static double _sum;

        public override double Update(in Bar bar) => Value = _sum += bar.Close;
    }

    private sealed class StickySum() : ScalarIndicator("sum", 1)
    {
        private double _sum;

        public override double Update(in Bar bar) => Value = _sum += bar.Close;
    }

    private sealed class WastefulSum() : ScalarIndicator("sum", 1)
    {
        private double[] _closes = [];

        public override double Update(in Bar bar)
        {
            _closes = [bar.Close];
            return Value = _closes[0];
        }
    }

    private sealed class LateSum() : ScalarIndicator("sum", 10)
    {
        public override double Update(in Bar bar) => Value = bar.Close;
    }
}
