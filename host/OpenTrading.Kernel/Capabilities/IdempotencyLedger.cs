using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Lets a call under one key have its effect once: the same call again gets the first answer, another one under that key is refused.</summary>
/// <remarks>Orders are kept beyond a restart by the order ledger, under the same keys; this one serves callers that retry within a run of the host.</remarks>
internal sealed partial class IdempotencyLedger
{
    private readonly ConcurrentDictionary<(string Actor, string Capability, string Key), (string Hash, Lazy<Task<CallOutcome>> Answer)> _calls = new();

    /// <summary>Runs a call, or answers as it was answered before.</summary>
    /// <exception cref="CapabilityException">The key is malformed, or belongs to another call.</exception>
    public async Task<CallOutcome> RunAsync((string Actor, string Capability, string Key) call, string hash, Func<Task<CallOutcome>> run)
    {
        if (!Key().IsMatch(call.Key))
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"idempotencyKey '{call.Key}' is none", "Use 1 to 64 of A-Z a-z 0-9 . _ : -");
        }

        var own = (Hash: hash, Answer: new Lazy<Task<CallOutcome>>(run));
        (string Hash, Lazy<Task<CallOutcome>> Answer) kept = _calls.GetOrAdd(call, own);
        if (kept.Hash != hash)
        {
            throw new CapabilityException(ErrorCode.Conflict, $"idempotencyKey '{call.Key}' was used for another call", "Use a new key for a new call.");
        }

        bool isFirst = ReferenceEquals(kept.Answer, own.Answer);
        try
        {
            CallOutcome outcome = await kept.Answer.Value.ConfigureAwait(false);
            return isFirst ? outcome : outcome with { Body = Replayed(outcome.Body) };
        }
        catch when (isFirst)
        {
            // A refused call had no effect; the same key may try again.
            _calls.TryRemove(call, out _);
            throw;
        }
    }

    // The first answer, byte for byte, with one member more.
    private static ReadOnlyMemory<byte> Replayed(ReadOnlyMemory<byte> body) => body.Span.EndsWith(Mark) ? body :
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span)[..^1] + ",\"replayed\":true}");

    private static ReadOnlySpan<byte> Mark => ",\"replayed\":true}"u8;

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex Key();
}
