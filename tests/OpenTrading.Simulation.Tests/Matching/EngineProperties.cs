using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Matching;

/// <summary>What must hold whatever is traded.</summary>
public class EngineProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240108, 1);

    [Fact]
    public void Balance_IsTheInitialCashPlusEverythingBooked() => Check(seed =>
    {
        var run = new RandomRun(seed);
        run.Run(0, run.Bars.Length);

        double booked = run.Events.Fills.Sum(f => f.GrossProfit + f.SwapRealised - f.Commission);
        double open = run.Engine.Positions.Sum(p => p.EntryCommission);
        double trades = run.Events.Trades.Sum(t => t.Net);
        return Near(RandomRun.Cash + booked, run.Engine.Balance) && Near(RandomRun.Cash + trades - open, run.Engine.Balance);
    });

    [Fact]
    public void Equity_IsBalancePlusFloatingPlusUnrealisedSwap() => Check(seed =>
    {
        var run = new RandomRun(seed, rounding: MoneyRounding.None);
        bool holds = true;
        run.Run(0, run.Bars.Length, i =>
        {
            double open = run.Engine.Positions.Sum(p => Floating(p, run.Bars[i]) + p.Swap);
            holds &= Near(run.Engine.Balance + open, run.Engine.Equity);
        });
        double accrued = run.Events.Swaps.Sum(s => s.Amount);
        return holds && Near(accrued, run.Events.Fills.Sum(f => f.SwapRealised) + run.Engine.Positions.Sum(p => p.Swap));
    });

    [Fact]
    public void Fill_WithoutSlippage_LiesInsideItsBar() => Check(seed =>
    {
        var run = new RandomRun(seed, slippage: SlippageModel.None);
        run.Run(0, run.Bars.Length);
        var bars = run.Bars.ToDictionary(b => b.Time);
        return run.Events.Fills.All(f => bars[f.Time.Ticks] is var bar
            && (f.Side == OrderSide.Buy
                ? f.PricePoints >= bar.Low + bar.Spread && f.PricePoints <= bar.High + bar.Spread
                : f.PricePoints >= bar.Low && f.PricePoints <= bar.High));
    });

    [Fact]
    public void Fill_Slippage_IsOnlyAgainstTheTrader() => Check(seed =>
    {
        var run = new RandomRun(seed);
        run.Run(0, run.Bars.Length);
        return run.Events.Fills.All(f => f.SlippagePoints is >= 0 and <= 4
            && (f.SlippagePoints == 0 || f.Reason is not (FillReason.TakeProfit or FillReason.StopOut)));
    });

    [Fact]
    public void Fills_LaterBarsChange_EarlierOnesStay() => Check(seed =>
    {
        var run = new RandomRun(seed);
        run.Run(0, run.Bars.Length);
        var changed = new RandomRun(seed);
        int cut = changed.Bars.Length / 2;
        for (int i = cut; i < changed.Bars.Length; i++)
        {
            var bar = changed.Bars[i];
            changed.Bars[i] = bar with { Open = bar.Open + 500, High = bar.High + 700, Low = bar.Low + 300, Close = bar.Close + 500 };
        }

        changed.Run(0, changed.Bars.Length);
        long edge = run.Bars[cut].Time;
        return run.Events.Fills.Where(f => f.Time.Ticks < edge).SequenceEqual(changed.Events.Fills.Where(f => f.Time.Ticks < edge));
    });

    [Fact]
    public void Capture_ContinuedByAnotherEngine_ChangesNothing() => Check(seed =>
    {
        var whole = new RandomRun(seed);
        whole.Run(0, whole.Bars.Length);
        var split = new RandomRun(seed);
        split.Run(0, 50);
        split.Restart();
        split.Run(50, 51);
        split.Restart();
        split.Run(51, split.Bars.Length);
        return whole.Events.Fills.SequenceEqual(split.Events.Fills)
            && whole.Events.Trades.SequenceEqual(split.Events.Trades)
            && whole.Events.Swaps.SequenceEqual(split.Events.Swaps)
            && whole.Engine.Balance.Equals(split.Engine.Balance)
            && whole.Engine.Equity.Equals(split.Engine.Equity);
    });

    [Fact]
    public void Money_RoundedToTheCurrency_StaysOnTheGrid() => Check(seed =>
    {
        var run = new RandomRun(seed, rounding: MoneyRounding.Currency);
        bool holds = true;
        run.Run(0, run.Bars.Length, _ => holds &= OnGrid(run.Engine.Balance) && OnGrid(run.Engine.Equity));
        return holds && run.Events.Fills.All(f => OnGrid(f.Commission) && OnGrid(f.GrossProfit) && OnGrid(f.SwapRealised));
    });

    [Fact]
    public void RandomRun_OverSeeds_ExercisesEveryReason()
    {
        var reasons = new HashSet<FillReason>();
        var cancellations = new HashSet<Orders.CancellationReason>();
        var rejections = new HashSet<Orders.RejectionReason>();
        for (ulong seed = 0; seed < 200; seed++)
        {
            var run = new RandomRun(seed);
            run.Run(0, run.Bars.Length);
            reasons.UnionWith(run.Events.Fills.Select(f => f.Reason));
            cancellations.UnionWith(run.Events.Cancellations.Select(c => c.Reason));
            rejections.UnionWith(run.Events.Rejections.Select(r => r.Reason));
        }

        Assert.Equal(Enum.GetValues<FillReason>().Except([FillReason.End]), reasons.Order());
        Assert.Equal(Enum.GetValues<Orders.CancellationReason>(), cancellations.Order());
        Assert.Contains(Orders.RejectionReason.Margin, rejections);
        Assert.Contains(Orders.RejectionReason.PositionGone, rejections);
    }

    private static void Check(Func<ulong, bool> property) =>
        FsCheck.Check.One(Runs, Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property((ulong)seed)));

    private static double Floating(SimulatedPosition position, BarPoints bar) =>
        (double)((position.Side == OrderSide.Buy ? bar.Close - position.EntryPoints : position.EntryPoints - bar.Close - bar.Spread) * position.Lots / 100);

    private static bool OnGrid(double amount) => amount.Equals(Math.Round(amount, 2));

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
}
