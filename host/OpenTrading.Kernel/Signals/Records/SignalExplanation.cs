using OpenTrading.Kernel.Signals.Generation;

namespace OpenTrading.Kernel.Signals.Records;

/// <summary>What a signal rests on, as the journal keeps it beside the signal.</summary>
/// <param name="Reasons">Why, in words.</param>
/// <param name="Inputs">What was looked at.</param>
/// <param name="Rules">The rules that were stated.</param>
/// <param name="Votes">The votes, where several strategies decided; empty where one did.</param>
internal sealed record SignalExplanation(
    IReadOnlyList<string> Reasons, IReadOnlyDictionary<string, double> Inputs, IReadOnlyList<StatedRule> Rules, IReadOnlyList<CastVote> Votes)
{
    public static SignalExplanation Of(IReadOnlyList<string> reasons) => new(reasons, new Dictionary<string, double>(), [], []);
}
