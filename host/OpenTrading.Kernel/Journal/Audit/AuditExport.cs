using System.Security.Cryptography;
using OpenTrading.Kernel.Journal.Index;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>Copies records of a span of time, byte for byte, into a file that <c>audit verify</c> takes.</summary>
internal sealed class AuditExport(JournalIndex index, string folder)
{
    /// <summary>Writes the file. It bears its name only once it is complete.</summary>
    /// <returns>Path, records, digest of the file, hash of the last record.</returns>
    public (string Path, long Entries, string Sha256, string Head) Write(DateTime? from, DateTime? to, DateTime now, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string path = System.IO.Path.Combine(folder, $"audit-{now:yyyyMMdd'T'HHmmssfff'Z'}.jsonl");
        string unfinished = path + ".partial";
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        (long entries, string head) = (0, ChainPosition.Start.Hash);
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                foreach (JournalRecord record in index.Read(from is null ? 1 : index.SeqAt(from.Value), index.Size).SkipWhile(r => r.Time < from).TakeWhile(r => to is null || r.Time < to))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    foreach (ReadOnlyMemory<byte> part in (ReadOnlyMemory<byte>[])[record.Utf8, "\n"u8.ToArray()])
                    {
                        file.Write(part.Span);
                        digest.AppendData(part.Span);
                    }

                    (entries, head) = (entries + 1, record.Hash);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return (path, entries, Convert.ToHexStringLower(digest.GetHashAndReset()), head);
    }
}
