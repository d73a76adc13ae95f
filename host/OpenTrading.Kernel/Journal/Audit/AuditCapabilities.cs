using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Kernel.Journal.Checkpoints;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Journal.Merkle;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>What can be asked about the tamper-evident record.</summary>
/// <param name="folder">Folder of the journal.</param>
/// <param name="exports">Folder of exports.</param>
/// <param name="journal">Where exports are recorded.</param>
/// <param name="index">Finds records.</param>
/// <param name="calls">Calls of capabilities.</param>
/// <param name="checkpoints">Signs.</param>
/// <param name="paging">Whose cursors.</param>
/// <param name="time">The wall clock.</param>
public sealed class AuditCapabilities(
    string folder, string exports, IJournal journal, JournalIndex index, CallLog calls, CheckpointWriter checkpoints, Paging paging, TimeProvider time)
{
    /// <summary>Lists calls.</summary>
    [Capability("get_audit_logs", "audit", Effect.Read, "GET /audit/logs")]
    [Description("Recorded calls with caller's role, outcome and hash, newest first.")]
    public AuditLogs GetAuditLogs(
        ICallContext call,
        string? capability = null,
        Role? role = null,
        CallResult? outcome = null,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 50,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        string query = Paging.Query("get_audit_logs", capability, role, outcome, from?.Ticks, to?.Ticks);
        long before = paging.Read(query, cursor) is { } position ? Paging.Number(position) : long.MaxValue;
        CallPage page = calls.Find(new CallFilter(capability, role, Outcome: outcome, From: from, To: to), limit + 1, before);
        CallRow[] entries = [.. page.Rows.Take(limit)];
        bool isMore = page.Rows.Count > limit;
        return new AuditLogs
        {
            Summary = $"{page.Total} calls, {page.Refused} of them refused.{(page.Missing is { } why ? $" Older ones may be missing: {why}." : "")}",
            AsOf = Now,
            Entries = entries,
            Total = checked((int)page.Total),
            Truncated = isMore,
            NextCursor = isMore ? paging.Write(query, entries[^1].Seq.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    /// <summary>Reads one record.</summary>
    [Capability("get_audit_entry", "audit", Effect.Read, "GET /audit/entries/{seq}", Errors = [ErrorCode.NotFound])]
    [Description("One record of the journal with its hashes.")]
    public AuditEntry GetAuditEntry([Range(1, long.MaxValue), Description("number of the record")] long seq)
    {
        JournalRecord record = Intact(() => index.Read(Existing(seq), seq).Single());
        JsonElement payload = record.Payload;
        bool isCall = record.Type == CallRow.RecordType;
        return new AuditEntry
        {
            Summary = $"Record {seq}: {record.Type} by {record.Actor} at {record.Time:yyyy-MM-dd HH:mm:ss} UTC.",
            AsOf = Now,
            Seq = seq,
            Time = record.Time,
            Actor = record.Actor,
            Type = record.Type,
            Arguments = isCall && payload.TryGetProperty("arguments", out JsonElement arguments) ? arguments : payload,
            Outcome = isCall ? payload.Text("outcome") : null,
            PrevHash = record.PrevHash,
            Hash = record.Hash,
            Links = [.. Links(payload)],
        };
    }

    /// <summary>Checks records.</summary>
    [Capability("verify_audit_chain", "audit", Effect.Compute, "POST /audit/verify", Errors = [ErrorCode.IntegrityFailed])]
    [Description("Checks hash, number and chain of every record.")]
    public ChainVerified VerifyAuditChain(
        ICallContext call, [Range(1, long.MaxValue), Description("first record")] long fromSeq = 1, [Range(1, long.MaxValue), Description("last record")] long? toSeq = null)
    {
        long last = Math.Min(toSeq ?? long.MaxValue, index.Size);
        if (fromSeq > last)
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"fromSeq is {fromSeq}, the last record is {last}", "Begin earlier.", [new ErrorDetail(["fromSeq"], $"At most {last}")]);
        }

        JournalVerification found = JournalVerifier.Verify(folder, fromSeq, last, call.Progress, call.CancellationToken);
        if (found.Verdict == JournalVerdict.Unreadable)
        {
            throw new CapabilityException(ErrorCode.IntegrityFailed, found.Message, "Make the folder readable for this host.");
        }

        return new ChainVerified
        {
            Summary = found.Fault is { } fault ? $"The chain breaks at record {fault.Seq}: {fault.Reason}." : $"{found.Records} records hold, up to {found.LastSeq}.",
            AsOf = Now,
            Valid = found.Fault is null,
            Entries = found.Records,
            FirstBad = found.Fault is { } bad ? new FirstBad(bad.Seq, bad.Expected, bad.Found ?? bad.Reason) : null,
            Head = found.LastHash,
        };
    }

    /// <summary>Shows the newest checkpoint.</summary>
    [Capability("get_audit_checkpoint", "audit", Effect.Read, "GET /audit/checkpoint", Errors = [ErrorCode.NotFound])]
    [Description("Newest signed checkpoint of the journal.")]
    public CheckpointFound GetAuditCheckpoint()
    {
        SignedCheckpoint signed = Newest();
        return new CheckpointFound
        {
            Summary = $"{signed.Checkpoint.Size} of {index.Size} records are covered by the checkpoint of {signed.Checkpoint.Time:yyyy-MM-dd HH:mm:ss} UTC.",
            AsOf = Now,
            Origin = Checkpoint.Origin,
            Size = signed.Checkpoint.Size,
            Root = signed.Checkpoint.Root,
            Time = signed.Checkpoint.Time,
            KeyId = signed.KeyId,
            Sig = signed.Signature,
        };
    }

    /// <summary>Proves that a record is in the newest checkpoint.</summary>
    [Capability("get_audit_proof", "audit", Effect.Read, "GET /audit/proof/{seq}", Errors = [ErrorCode.NotFound, ErrorCode.StateConflict])]
    [Description("Proof that a record is in the newest checkpoint.")]
    public InclusionProof GetAuditProof([Range(1, long.MaxValue), Description("number of the record")] long seq)
    {
        Existing(seq);
        SignedCheckpoint signed = Newest();
        long size = signed.Checkpoint.Size;
        if (seq > size)
        {
            throw new CapabilityException(
                ErrorCode.StateConflict, $"Record {seq} is newer than the newest checkpoint, which covers {size}", $"The next one comes by record {((size / JournalIndex.MilestoneEvery) + 1) * JournalIndex.MilestoneEvery}, or with an export.");
        }

        MerkleView tree = index.Tree();
        (string leaf, string[] path, string root) = Intact(() => (Hex(tree.Leaf(seq - 1)), tree.Inclusion(seq - 1, size).Select(Hex).ToArray(), Hex(tree.Root(size))));
        if (root != signed.Checkpoint.Root)
        {
            throw new CapabilityException(ErrorCode.IntegrityFailed, $"The first {size} records are not those that were signed", "Run 'opentrading audit verify --key', and restore the journal from a copy.");
        }

        return new InclusionProof
        {
            Summary = $"Record {seq} is one of the {size} records under root {root[..16]}..., proven by {path.Length} hashes.",
            AsOf = Now,
            Seq = seq,
            Leaf = leaf,
            Path = path,
            Size = size,
            Root = root,
        };
    }

    /// <summary>Copies records into a file.</summary>
    [Capability("export_audit", "audit", Effect.Operate, "POST /audit/export")]
    [Description("Copies records into a file that can be verified, and signs a checkpoint.")]
    public AuditExported ExportAudit(ICallContext call, string why, DateTime? from = null, DateTime? to = null)
    {
        (string path, long entries, string sha256, string head) = Intact(() => new AuditExport(index, exports).Write(from, to, Now, call.CancellationToken));
        journal.Append(
            call.Caller.Actor,
            "audit.exported",
            new JournalPayload { ["file"] = Path.GetFileName(path), ["entries"] = JournalValue.Number(entries), ["sha256"] = sha256, ["head"] = head, ["why"] = why },
            Durability.Durable);
        checkpoints.WriteNow();
        return new AuditExported
        {
            Summary = $"{entries} records are in {path}; check them with 'opentrading audit verify'.",
            AsOf = Now,
            Uri = new Uri(path).AbsoluteUri,
            Entries = entries,
            Sha256 = sha256,
            Head = head,
        };
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    // Ids are what ties records together; whatever is named so can be looked for.
    private static IEnumerable<AuditLink> Links(JsonElement payload)
    {
        foreach (JsonProperty member in payload.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && (member.Name.EndsWith("Id", StringComparison.Ordinal) || member.Name is "plugin" or "position" or "target"))
            {
                yield return new AuditLink(member.Name, member.Value.GetString()!);
            }
            else if (member is { Name: "arguments", Value.ValueKind: JsonValueKind.Object })
            {
                foreach (AuditLink inner in Links(member.Value))
                {
                    yield return inner;
                }
            }
        }
    }

    private static T Intact<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JournalException e)
        {
            throw new CapabilityException(ErrorCode.IntegrityFailed, e.Message, "Run 'opentrading audit verify' and restore the journal from a copy.");
        }
    }

    private SignedCheckpoint Newest() => checkpoints.Last
        ?? throw new CapabilityException(ErrorCode.NotFound, "No checkpoint has been signed yet", $"The first comes with record {JournalIndex.MilestoneEvery}, with an export, or when the host stops.");

    private long Existing(long seq) => seq <= index.Size
        ? seq
        : throw new CapabilityException(ErrorCode.NotFound, $"There is no record {seq} yet; the newest is {index.Size}", "Ask for an earlier one.");
}
