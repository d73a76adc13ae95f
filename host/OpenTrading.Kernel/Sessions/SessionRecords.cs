using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Journal payloads of a session.</summary>
internal static class SessionRecords
{
    public static JournalPayload Decision(Decision decision, Timeframe timeframe) => new()
    {
        ["symbol"] = decision.Symbol,
        ["timeframe"] = timeframe.ToString(),
        ["method"] = decision.Method,
        ["action"] = decision.Tally.Action is { } action ? Name(action) : "none",
        ["confidence"] = Number(decision.Tally.Confidence),
        ["why"] = decision.Tally.Why,
        ["votes"] = JournalArray.From(decision.Votes, v => Vote(v)),
    };

    public static JournalPayload Skipped(string proposer, string symbol, string why) => new()
    {
        ["proposer"] = proposer,
        ["symbol"] = symbol,
        ["why"] = why,
    };

    /// <summary><c>strategy.disabled</c>: a strategy threw or did not return and was taken out alone.</summary>
    public static JournalPayload Disabled(StrategyFault fault) => new()
    {
        ["strategyId"] = fault.Id,
        ["why"] = fault.Why,
        ["needsRestart"] = fault.NeedsRestart,
    };

    /// <summary><c>strategy.added</c> and <c>strategy.replaced</c>: a strategy came in, or took the place of an earlier version.</summary>
    public static JournalPayload Seated(string strategyId, StrategyVersion version, string why) => new()
    {
        ["strategyId"] = strategyId,
        ["why"] = why,
        ["version"] = version.Text,
        ["sha256"] = version.Sha256,
    };

    /// <summary><c>strategy.refused</c>: a strategy that was to come in failed on past bars; everything stayed as it was.</summary>
    public static JournalPayload Refused(StrategyFault fault, StrategyVersion version) => new()
    {
        ["strategyId"] = fault.Id,
        ["why"] = fault.Why,
        ["needsRestart"] = fault.NeedsRestart,
        ["version"] = version.Text,
        ["sha256"] = version.Sha256,
    };

    /// <summary><c>strategy.removed</c>: a strategy was taken out for good.</summary>
    public static JournalPayload Removed(string strategyId, string why) => new()
    {
        ["strategyId"] = strategyId,
        ["why"] = why,
    };

    private static JournalPayload Vote(Vote vote) => new()
    {
        ["strategyId"] = vote.StrategyId,
        ["action"] = Name(vote.Signal.Action),
        ["confidence"] = Number(vote.Signal.Confidence),
        ["weight"] = Number(vote.Weight),
        ["reason"] = vote.Signal.Reason,
    };

    private static string Name(SignalAction action) => action.ToString().ToLowerInvariant();

    // The journal knows no binary fractions; the shortest text that reads back as the same double loses nothing.
    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
