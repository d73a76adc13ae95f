using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Windows to walk forward in.</summary>
/// <param name="Windows">How the bars are cut.</param>
/// <param name="IsRerun">Whether each window is run anew; else it is a slice of one run.</param>
internal sealed record WalkForwardTerm(WalkForwardPlan Windows, bool IsRerun)
{
    /// <summary>Reads <c>5000/1250</c>, with <c>:anchored</c> or <c>:rolling</c> and <c>:rerun</c> or <c>:slice</c> behind it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static WalkForwardTerm Parse(string text)
    {
        var whole = new TermSyntax("--walk-forward", $"x:{text}", "IS/OOS, bars, such as 5000/1250, with :anchored and :rerun behind it as wanted");
        string[] parts = text.Split(':');
        string[] bars = parts[0].Split('/');
        string[] words = parts[1..];
        bool isAnchored = words.Contains("anchored");
        bool isRerun = words.Contains("rerun");
        bool isSound = bars.Length == 2 && words.Distinct().Count() == words.Length && words.All(w => w is "anchored" or "rolling" or "rerun" or "slice")
            && !(isAnchored && words.Contains("rolling")) && !(isRerun && words.Contains("slice"));
        return isSound
            ? new WalkForwardTerm(
                new WalkForwardPlan(whole.Whole(bars[0], 1, int.MaxValue), whole.Whole(bars[1], 1, int.MaxValue), isAnchored ? WalkForwardMode.Anchored : WalkForwardMode.Rolling), isRerun)
            : throw whole.Refusal();
    }
}
