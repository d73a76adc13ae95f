using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>How a rule that is not ours is asked: on a watched thread where there is one, and no more after it hung too often.</summary>
internal sealed class ForeignRule(WatchedThread? watch, Action? interrupt)
{
    private const int MostTimeOuts = 3;

    private int _timeOuts;
    private bool _isAsked;

    /// <summary>Whether its code is running at this moment. May be read from any thread.</summary>
    public bool IsAsked => Volatile.Read(ref _isAsked);

    /// <summary>Makes it stop by itself; null where it cannot.</summary>
    public Action? Interrupt => interrupt;

    /// <summary>Whether it timed out so often in a row that it is not asked any more.</summary>
    public bool IsGivenUp => _timeOuts == MostTimeOuts;

    /// <summary>Asks it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="context">What it may see: nothing that anyone still changes.</param>
    /// <param name="failure">Why there is no answer; null when there is one.</param>
    public RuleResult? Ask(IRiskRule rule, RiskContext context, out string? failure)
    {
        if (IsGivenUp)
        {
            failure = $"not asked any more after {MostTimeOuts} time-outs in a row";
            return null;
        }

        // An object for each question: an answer that comes too late must find nobody waiting for it.
        var question = new Question(rule, context);
        if (watch is null)
        {
            return AskInline(question, out failure);
        }

        CallResult result = watch.Run(question.Put, interrupt);
        bool isTimeOut = result.Outcome is CallOutcome.Late or CallOutcome.Abandoned;
        _timeOuts = isTimeOut ? _timeOuts + 1 : 0;
        failure = isTimeOut ? FormattableString.Invariant($"gave no answer within {watch.Limit.TotalMilliseconds:0} ms") : Threw(result.Thrown);
        return failure is null ? question.Answer : null;
    }

    private RuleResult? AskInline(Question question, out string? failure)
    {
        failure = null;
        Volatile.Write(ref _isAsked, true);
        try
        {
            question.Put();
        }
#pragma warning disable CA1031 // Whatever a rule throws, the order it judged must not pass.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = Threw(ForeignException.Describe(e));
        }

        Volatile.Write(ref _isAsked, false);
        return question.Answer;
    }

    private static string? Threw(string? thrown) => thrown is null ? null : $"threw {thrown}";

    private sealed class Question(IRiskRule rule, RiskContext context)
    {
        public RuleResult? Answer { get; private set; }

        public void Put() => Answer = rule.Check(context);
    }
}
