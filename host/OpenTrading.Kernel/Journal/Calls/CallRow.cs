using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>A call of a capability as the journal has it.</summary>
/// <param name="Seq">Its record.</param>
/// <param name="Time">UTC.</param>
/// <param name="Role">Role of the caller.</param>
/// <param name="Surface">Face.</param>
/// <param name="Capability">What was called; a name of the caller's where there is no such capability.</param>
/// <param name="Effect">What it does to the world; null where there is no such capability.</param>
/// <param name="Outcome">Whether it was answered or refused.</param>
/// <param name="Code">Why it was refused; null when it was not.</param>
/// <param name="RequestHash">Equal for equal calls.</param>
/// <param name="Hash">Hash of its record.</param>
public sealed record CallRow(
    long Seq, DateTime Time, Role Role, Surface Surface, string Capability, Effect? Effect, CallResult Outcome, string? Code, string RequestHash, string Hash)
{
    /// <summary>Type of the records.</summary>
    internal const string RecordType = "capability.called";

    private const int LongestName = 64;

    internal static CallRow Of(JournalRecord record)
    {
        JsonElement call = record.Payload;
        string name = call.Text("capability") ?? "";
        return new CallRow(
            record.Seq,
            record.Time,
            Word<Role>(call, "role") ?? default,
            Word<Surface>(call, "surface") ?? default,
            name.Length <= LongestName ? name : name[..LongestName],
            Word<Effect>(call, "effect"),
            Word<CallResult>(call, "outcome") ?? default,
            call.Text("code"),
            call.Text("requestHash") ?? "",
            record.Hash);
    }

    private static T? Word<T>(JsonElement call, string name)
        where T : struct, Enum => Enum.TryParse(call.Text(name), ignoreCase: true, out T value) ? value : null;
}
