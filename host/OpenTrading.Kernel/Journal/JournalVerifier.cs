using OpenTrading.Kernel.Journal.Checkpoints;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal;

/// <summary>Checks a journal offline: form, hash, sequence and chain of every record.</summary>
public static class JournalVerifier
{
    private const int ProgressEvery = 1024;

    /// <param name="fileOrFolder">
    /// A folder with all its segments, or one file. A file named as a segment of the audit journal may begin with a later record; any
    /// other file must begin with seq 1.
    /// </param>
    /// <param name="fromSeq">Verification begins at this record; what comes before is not looked at.</param>
    /// <param name="checkpoints">Signed checkpoints that the journal is also held against; null holds it against none. Only a whole journal can be.</param>
    public static JournalVerification Verify(string fileOrFolder, long fromSeq = 1, CheckpointCheck? checkpoints = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileOrFolder);
        ArgumentOutOfRangeException.ThrowIfLessThan(fromSeq, 1);
        return Guarded(fileOrFolder, () =>
        {
            var isFolder = Directory.Exists(fileOrFolder);
            IReadOnlyList<string> files = isFolder ? AuditFolder.Files(fileOrFolder) : [Path.GetFullPath(fileOrFolder)];
            if (files.Count == 0) return Unreadable($"{fileOrFolder} holds no journal. Name the folder of audit.jsonl, or a file.");
            using var scanner = new JournalScanner(files, fromSeq, anchored: isFolder || !AuditFolder.IsSegment(fileOrFolder));
            while (scanner.Next()) checkpoints?.Take(scanner.Record());
            var chain = Result(scanner);
            return checkpoints is not null && chain.Verdict is JournalVerdict.Ok or JournalVerdict.TornTail ? checkpoints!.Conclude(chain) : chain;
        });
    }

    /// <summary>Checks the journal of a folder while a host writes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fromSeq">First record.</param>
    /// <param name="toSeq">Last record; it must be on disk.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants to know any more.</param>
    public static JournalVerification Verify(string folder, long fromSeq, long toSeq, IProgress<JobProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return Guarded(folder, () =>
        {
            while (true)
            {
                var files = AuditFolder.Files(folder);
                using var scanner = new JournalScanner(files, fromSeq);
                while (scanner.Records <= toSeq - fromSeq && scanner.Next())
                {
                    if (scanner.Records % ProgressEvery != 0) continue;
                    cancellationToken.ThrowIfCancellationRequested();
                    progress.Report(new JobProgress(100.0 * scanner.Records / (toSeq - fromSeq + 1), "checking records"));
                }
                // At midnight the open file gets another name under the reader.
                if (scanner.Fault is null || AuditFolder.Files(folder).SequenceEqual(files)) return Result(scanner);
            }
        });
    }

    private static JournalVerification Guarded(string fileOrFolder, Func<JournalVerification> verify)
    {
        try
        {
            return verify();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"{fileOrFolder} cannot be read: {error.Message}");
        }
    }

    private static JournalVerification Result(JournalScanner scanner)
    {
        var end = scanner.Position;
        var (verdict, message) = scanner.Fault switch
        {
            null => (JournalVerdict.Ok, $"{scanner.Records} records, the chain holds up to seq {end.Seq}, hash {end.Hash}."),
            { Kind: JournalFaultKind.TornTail } fault => (JournalVerdict.TornTail, fault.ToString()),
            var fault => (JournalVerdict.Broken, fault.ToString()),
        };
        return new JournalVerification(verdict, scanner.Records, end.Seq, end.Hash, scanner.Fault, message);
    }

    private static JournalVerification Unreadable(string message) =>
        new(JournalVerdict.Unreadable, 0, 0, ChainPosition.Start.Hash, null, message);
}
