using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Kernel.Signals.Records;

/// <summary>Writes signals into the journal, each once, and finds them again with what they rest on.</summary>
/// <param name="journal">Where they are kept.</param>
/// <param name="index">Finds their records.</param>
/// <param name="book">The signals.</param>
/// <param name="market">Market time.</param>
public sealed class SignalDesk(IJournal journal, JournalIndex index, SignalBook book, IMarketData market) : ISignals
{
    private const string Tag = "opentrading:signal:v1";
    private const string Host = "host";

    private readonly Lock _recording = new();

    /// <summary>The signals.</summary>
    public SignalBook Book => book;

    /// <inheritdoc/>
    public IReadOnlyList<RecordedSignal> Newest(string? symbol, int count) =>
        [.. book.Newest.Where(s => symbol is null || s.Symbol.Equals(symbol, StringComparison.OrdinalIgnoreCase)).Take(count)];

    /// <inheritdoc/>
    public RecordedSignal Record(SignalDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Record(Host, draft, SignalExplanation.Of(draft.Reasons), [], "");
    }

    internal RecordedSignal Record(string actor, SignalDraft draft, SignalExplanation explanation, IReadOnlyList<KeyValuePair<string, string>> parameters, string code)
    {
        JournalPayload content = SignalRecords.Content(draft, explanation, parameters, code);
        string signalId = Ulid.Of("sig_", new DateTimeOffset(draft.BarTime), Convert.FromHexString(CanonicalHash.Of(Tag, content)));

        // Two calls for one signal must not both find that it is new.
        lock (_recording)
        {
            if (book.Find(signalId) is { } known)
            {
                return known;
            }

            content["signalId"] = signalId;
            content["time"] = market.Now;
            long seq = journal.Append(actor, SignalRecords.RecordType, content, Durability.Durable);
            return book.Find(signalId) ?? throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"The signal of record {seq} is in the journal and was not read back."));
        }
    }

    /// <summary>What a signal rests on.</summary>
    /// <exception cref="CapabilityException">There is no such signal: <see cref="ErrorCode.NotFound"/>.</exception>
    internal (RecordedSignal Signal, SignalExplanation Explanation) Explain(string signalId)
    {
        long seq = book.SeqOf(signalId) ?? throw new CapabilityException(
            ErrorCode.NotFound, $"There is no signal {signalId}", "List them with list_signals.");
        return (book.Find(signalId)!, SignalRecords.ReadExplanation(index.Read(seq, seq).Single().Payload));
    }
}
