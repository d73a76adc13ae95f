using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>Repeats what a trader would have done: choose on the bars so far, trade the next ones, choose again.</summary>
/// <remarks>The result does not depend on the number of threads.</remarks>
public static class WalkForwardAnalysis
{
    /// <summary>Walks.</summary>
    /// <param name="plan">How the bars are cut.</param>
    /// <param name="candidates">What is chosen from.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bars hold no window.</exception>
    public static WalkForwardResult Run(WalkForwardPlan plan, IWalkForwardCandidates candidates, ParallelOptions? parallel = null)
    {
        IReadOnlyList<WalkForwardWindow> windows = plan.Windows(candidates.Bars);
        var inSample = new double[windows.Count * candidates.Count];
        Parallel.For(0, inSample.Length, parallel ?? new ParallelOptions(), i =>
            inSample[i] = candidates.Profit(i % candidates.Count, windows[i / candidates.Count].InSample));

        int[] selected = [.. windows.Select(w => Best(inSample.AsSpan(w.Index * candidates.Count, candidates.Count)))];
        var profits = new IReadOnlyList<double>[windows.Count];
        Parallel.For(0, windows.Count, parallel ?? new ParallelOptions(), k =>
            profits[k] = candidates.Profits(selected[k], windows[k].OutOfSample));

        return Join(plan, candidates, [.. windows.Select(w => (w, selected[w.Index], inSample[(w.Index * candidates.Count) + selected[w.Index]]))], profits);
    }

    private static WalkForwardResult Join(
        WalkForwardPlan plan,
        IWalkForwardCandidates candidates,
        IReadOnlyList<(WalkForwardWindow Window, int Selected, double Profit)> chosen,
        IReadOnlyList<double>[] profits)
    {
        var steps = new List<WalkForwardStep>();
        var equity = new List<double>();
        double money = candidates.InitialCash;
        foreach ((WalkForwardWindow window, int candidate, double inSampleProfit) in chosen)
        {
            double before = money;
            foreach (double profit in profits[window.Index])
            {
                money += profit;
                equity.Add(money);
            }

            steps.Add(new WalkForwardStep(window, candidate, inSampleProfit, money - before));
        }

        return new WalkForwardResult
        {
            Plan = plan,
            Candidates = candidates.Count,
            Steps = steps,
            Equity = equity,
            OutOfSampleProfit = money - candidates.InitialCash,
            InSampleProfitPerBar = Moments.Mean([.. steps.Select(s => s.InSampleProfit / s.Window.InSample.Count)]),
            OutOfSampleProfitPerBar = (money - candidates.InitialCash) / equity.Count,
        };
    }

    private static int Best(ReadOnlySpan<double> profits)
    {
        int best = 0;
        for (int i = 1; i < profits.Length; i++)
        {
            best = profits[i] > profits[best] ? i : best;
        }

        return best;
    }
}
