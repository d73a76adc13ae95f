using System.Globalization;
using OpenTrading.Kernel.Signals.Generation;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Statistics;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Signals.History;

/// <summary>What a signal rests on.</summary>
public sealed record ExplanationResult : RecordResult
{
    private const int Digits = 7;
    private const int MostCounterfactuals = 10;

    /// <summary>What was looked at.</summary>
    public required IReadOnlyDictionary<string, double> Inputs { get; init; }

    /// <summary>The rules that were stated, passed or not.</summary>
    public required IReadOnlyList<StatedRule> Rules { get; init; }

    /// <summary>
    /// Shares of the decision: of an ensemble each vote's confidence times weight, against it below zero; of one strategy the rules that passed, all
    /// alike. They add up to 1 where all agree.
    /// </summary>
    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>What would have changed it, a sentence each.</summary>
    public required IReadOnlyList<string> Counterfactuals { get; init; }

    internal static ExplanationResult Of(RecordedSignal signal, SignalExplanation explanation, DateTime now) => new()
    {
        Summary = $"{signal.StrategyId} on {signal.Symbol} {signal.Timeframe} at {signal.BarTime:yyyy-MM-dd HH:mm} UTC: {string.Join("; ", explanation.Reasons)}.",
        AsOf = now,
        Inputs = explanation.Inputs.ToDictionary(i => i.Key, i => Rounding.Significant(i.Value, Digits)),
        Rules = [.. explanation.Rules.Select(r => r with { Value = Shown(r.Value), Threshold = Shown(r.Threshold) })],
        Contributions = explanation.Votes.Count > 0 ? OfVotes(signal, explanation.Votes) : OfRules(explanation.Rules),
        Counterfactuals = [.. Changes(signal, explanation).Take(MostCounterfactuals)],
    };

    private static Contribution[] OfVotes(RecordedSignal signal, IReadOnlyList<CastVote> votes)
    {
        SignalVerb won = signal.Side switch { OrderSide.Buy => SignalVerb.Buy, OrderSide.Sell => SignalVerb.Sell, _ => SignalVerb.None };
        double total = votes.Sum(v => v.Confidence * v.Weight);
        return total > 0
            ? [.. votes.Where(v => v.Action != SignalVerb.None).Select(v => new Contribution(v.StrategyId, Math.Round((v.Action == won ? 1 : -1) * v.Confidence * v.Weight / total, 4)))]
            : [];
    }

    private static Contribution[] OfRules(IReadOnlyList<StatedRule> rules)
    {
        StatedRule[] passed = [.. rules.Where(r => r.Passed)];
        return [.. passed.Select(r => new Contribution(r.Rule, Math.Round(1.0 / passed.Length, 4)))];
    }

    // A signal goes when a rule that held fails; one comes when the rules that failed hold.
    private static IEnumerable<string> Changes(RecordedSignal signal, SignalExplanation explanation)
    {
        bool isEntry = signal.Side is not null;
        foreach (StatedRule rule in explanation.Rules.Where(r => r.Passed == isEntry))
        {
            string whose = rule.StrategyId is null ? "" : $"{rule.StrategyId}: ";
            string distance = rule is { Value: { } value, Threshold: { } threshold }
                ? string.Create(CultureInfo.InvariantCulture, $"; {Shown(value)} would have to move by {Shown(threshold - value)} to {Shown(threshold)}")
                : "";
            yield return $"{whose}{(isEntry ? "without" : "with")} '{rule.Rule}'{distance}";
        }

        foreach (CastVote vote in explanation.Votes.Where(v => v.Action == SignalVerb.None && isEntry))
        {
            yield return $"a vote of {vote.StrategyId}, which said nothing";
        }
    }

    private static double? Shown(double? value) => value is { } number ? Rounding.Significant(number, Digits) : null;
}
