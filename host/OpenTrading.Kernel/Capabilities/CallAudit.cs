using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Journals every call: who, through which face, what with which arguments, and what became of it. Secrets are redacted by the journal.</summary>
internal sealed class CallAudit(IJournal journal, TimeProvider time)
{
    private const string CallTag = "opentrading:call:v1";

    /// <summary>Arguments as the journal can hold them: numbers as text. Text that is no Unicode stays out, and out of every answer.</summary>
    /// <returns>Whether all of the arguments are Unicode.</returns>
    public static bool TryRead(JsonElement arguments, out JournalPayload payload)
    {
        payload = new JournalPayload();
        try
        {
            payload = arguments.ValueKind == JsonValueKind.Object ? Members(arguments, 8) : new JournalPayload();
            return true;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: JSON can spell it, and nothing can hold it.
            return false;
        }
    }

    /// <summary>Appends the record of a call.</summary>
    public void Record(CallRequest request, Effect? effect, JournalPayload arguments, CallOutcome outcome, long started)
    {
        try
        {
            Append(request, effect, arguments, outcome, started);
        }
        catch (JournalException)
        {
            // Its effects have records of their own, which were there before them. Closing and stopping, and looking, go on with a full disk.
        }
    }

    private void Append(CallRequest request, Effect? effect, JournalPayload arguments, CallOutcome outcome, long started) => journal.Append(
        request.Caller.Actor,
        "capability.called",
        new JournalPayload
        {
            ["capability"] = request.Name,
            ["surface"] = request.Surface.ToString().ToLowerInvariant(),
            ["role"] = request.Caller.Role.ToString().ToLowerInvariant(),
            ["effect"] = effect?.ToString().ToLowerInvariant(),
            ["outcome"] = outcome.Error is null ? "ok" : "error",
            ["code"] = outcome.Error?.Name(),
            ["durationUs"] = (int)Math.Min(int.MaxValue, time.GetElapsedTime(started).TotalMicroseconds),
            ["requestHash"] = CanonicalHash.OfRedacted(CallTag, Call(request.Name, arguments)),
            ["arguments"] = arguments,
        },
        Durability.Buffered);

    private static JournalPayload Call(string capability, JournalPayload arguments) => new() { ["capability"] = capability, ["arguments"] = arguments };

    private static JournalValue ValueOf(JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth == 0 => "[too deep]",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => JournalArray.From(value.EnumerateArray().Take(100), item => ValueOf(item, depth - 1)),
        JsonValueKind.Object => Members(value, depth),
        _ => JournalValue.Null,
    };

    private static JournalPayload Members(JsonElement value, int depth)
    {
        var payload = new JournalPayload();
        foreach (JsonProperty member in value.EnumerateObject().DistinctBy(m => m.Name).Take(100))
        {
            payload[member.Name] = ValueOf(member.Value, depth - 1);
        }

        return payload;
    }
}
