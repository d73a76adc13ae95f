using System.Text;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

/// <summary>An audit folder of one test, removed afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("opentrading-journal-").FullName;

    public string Journal => this["audit.jsonl"];

    public string this[string file] => Path.Combine(Root, file);

    public TestClock Clock { get; } = new();

    public AuditJournal Open(Action<JournalRecord>? replay = null, Func<string, IJournalFile>? openFile = null) =>
        AuditJournal.Open(Root, Clock, replay, openFile);

    /// <summary>A closed journal of <paramref name="records"/> records, one a second.</summary>
    public void Fill(int records)
    {
        using var journal = Open();
        for (var i = 1; i <= records; i++)
        {
            journal.Append("host", "test.note", new JournalPayload { ["n"] = i, ["text"] = "é\n\"🛑" }, Durability.Buffered);
            Clock.Now = Clock.Now.AddSeconds(1);
        }
    }

    public JournalVerification Verify(long fromSeq = 1) => JournalVerifier.Verify(Root, fromSeq);

    public List<JournalRecord> Records() => [.. JournalReader.Read(JournalReader.Files(Root))];

    public string[] Types() => [.. Records().Select(record => record.Type)];

    public string Text() => File.ReadAllText(Journal, Encoding.UTF8);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
