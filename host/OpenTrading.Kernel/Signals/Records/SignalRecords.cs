using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Signals.Generation;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Kernel.Signals.Records;

/// <summary>Signals as payloads of the journal, and back.</summary>
internal static class SignalRecords
{
    /// <summary>Type of the records.</summary>
    public const string RecordType = "signal.recorded";

    /// <summary>A signal without its id and time: what makes it this signal and no other.</summary>
    public static JournalPayload Content(SignalDraft draft, SignalExplanation explanation, IReadOnlyList<KeyValuePair<string, string>> parameters, string code)
    {
        var values = new JournalPayload();
        foreach ((string name, string value) in parameters)
        {
            values[name] = value;
        }

        var inputs = new JournalPayload();
        foreach ((string name, double value) in explanation.Inputs)
        {
            inputs[name] = Number(value);
        }

        return new JournalPayload(24)
        {
            ["kind"] = Name(draft.Kind),
            ["symbol"] = draft.Symbol.Instrument.Symbol,
            ["source"] = draft.Symbol.Source,
            ["timeframe"] = draft.Timeframe.ToString(),
            ["strategyId"] = draft.StrategyId,
            ["parameters"] = values,
            ["code"] = code,
            ["barTime"] = draft.BarTime,
            ["side"] = draft.Side is { } side ? Names.Of(side) : null,
            ["confidence"] = Number(draft.Confidence),
            ["entryType"] = Names.Of(draft.EntryType),
            ["entry"] = draft.Entry,
            ["stopLoss"] = draft.StopLoss,
            ["takeProfit"] = draft.TakeProfit,
            ["reasons"] = JournalArray.From(explanation.Reasons, r => r),
            ["inputs"] = inputs,
            ["rules"] = JournalArray.From(explanation.Rules, r => Rule(r)),
            ["votes"] = JournalArray.From(explanation.Votes, v => Vote(v)),
        };
    }

    public static RecordedSignal Read(JsonElement payload) => new()
    {
        SignalId = payload.Text("signalId")!,
        Time = payload.Time("time")!.Value,
        Kind = Enum.Parse<SignalKind>(payload.Text("kind")!, ignoreCase: true),
        Symbol = payload.Text("symbol")!,
        Source = payload.Text("source")!,
        Timeframe = Timeframes.TryParse(payload.Text("timeframe"), out Timeframe timeframe) ? timeframe : throw new FormatException("A recorded signal has no timeframe."),
        StrategyId = payload.Text("strategyId")!,
        BarTime = payload.Time("barTime")!.Value,
        Side = payload.Text("side") is { } side ? Names.Side(side) : null,
        Confidence = Double(payload, "confidence") ?? 0,
        EntryType = Names.Type(payload.Text("entryType")!),
        Entry = payload.Decimal("entry"),
        StopLoss = payload.Decimal("stopLoss"),
        TakeProfit = payload.Decimal("takeProfit"),
    };

    public static SignalExplanation ReadExplanation(JsonElement payload) => new(
        [.. payload.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()!)],
        payload.GetProperty("inputs").EnumerateObject().ToDictionary(i => i.Name, i => double.Parse(i.Value.GetString()!, CultureInfo.InvariantCulture)),
        [.. payload.GetProperty("rules").EnumerateArray().Select(r => new StatedRule(r.Text("rule")!, r.GetProperty("passed").GetBoolean(), Double(r, "value"), Double(r, "threshold"), r.Text("strategyId")))],
        [.. payload.GetProperty("votes").EnumerateArray().Select(v => new CastVote(v.Text("strategyId")!, Enum.Parse<SignalVerb>(v.Text("action")!, ignoreCase: true), Double(v, "confidence") ?? 0, Double(v, "weight") ?? 1))]);

    private static JournalPayload Rule(StatedRule rule) => new()
    {
        ["rule"] = rule.Rule,
        ["passed"] = rule.Passed,
        ["value"] = rule.Value is { } value ? Number(value) : null,
        ["threshold"] = rule.Threshold is { } threshold ? Number(threshold) : null,
        ["strategyId"] = rule.StrategyId,
    };

    private static JournalPayload Vote(CastVote vote) => new()
    {
        ["strategyId"] = vote.StrategyId,
        ["action"] = vote.Action.ToString().ToLowerInvariant(),
        ["confidence"] = Number(vote.Confidence),
        ["weight"] = Number(vote.Weight),
    };

    private static string Name(SignalKind kind) => kind.ToString().ToLowerInvariant();

    // The journal knows no binary fractions; the shortest text that reads back as the same double loses nothing.
    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double? Double(JsonElement payload, string name) =>
        payload.Text(name) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
