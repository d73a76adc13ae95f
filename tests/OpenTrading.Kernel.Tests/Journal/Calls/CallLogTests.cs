using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Kernel.Tests.Journal.Index;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Journal.Calls;

public sealed class CallLogTests : IDisposable
{
    private static readonly string[] Names = ["get_quote", "get_market_bars", "paper_order", "list_alerts", "no_such_tool"];

    private readonly TestFolder _folder = new();

    private string Table => _folder["calls.db"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_AnyQuestion_AnswersAsAWalkOverTheJournal(int seed)
    {
        var random = new Random(seed);
        using var journal = new IndexedJournal(_folder);
        DateTime start = _folder.Clock.Now;
        List<CallRow> all = Fill(journal, random, 9000);
        _folder.Clock.Fire();
        all.AddRange(Fill(journal, random, 500));
        all.Reverse();

        for (int i = 0; i < 40; i++)
        {
            CallFilter filter = Any(random, start);
            CallRow[] asked = [.. all.Where(filter.Matches)];
            int limit = random.Next(1, 700);
            var seen = new List<CallRow>();
            CallPage page = journal.Calls.Find(filter, limit);
            for (; page.Rows.Count > 0 && seen.Count < 3 * limit; page = journal.Calls.Find(filter, limit, page.Rows[^1].Seq))
            {
                seen.AddRange(page.Rows);
            }

            Assert.Equal(asked.Take(Math.Max(seen.Count, limit)), seen);
            Assert.Equal((asked.Length, asked.Count(r => r.Outcome == CallResult.Error), null), (page.Total, page.Refused, page.Missing));
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("the file")]
    [InlineData("its newest part")]
    [InlineData("its content")]
    public void Open_FileWithout_TellsAllCallsOfTheJournal(string lost)
    {
        List<CallRow> all;
        using (var journal = new IndexedJournal(_folder))
        {
            all = Fill(journal, new Random(1), 40);
            _folder.Clock.Fire();
            File.Copy(Table, _folder["copy.db"]);
            all.AddRange(Fill(journal, new Random(2), 30));
        }

        switch (lost)
        {
            case "the file":
                File.Delete(Table);
                break;
            case "its newest part":
                File.Move(_folder["copy.db"], Table, overwrite: true);
                break;
            case "its content":
                File.WriteAllText(Table, string.Concat(Enumerable.Repeat("no table at all. ", 400)));
                break;
        }

        all.Reverse();
        using var again = new IndexedJournal(_folder);
        Assert.Equal(all, again.Calls.Find(new CallFilter(), 1000).Rows);
        _folder.Clock.Fire();
        Assert.Equal(all, again.Calls.Find(new CallFilter(), 1000).Rows);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(20)]
    public void Open_FileOfAnotherJournal_TellsOnlyTheCallsOfThisOne(int calls)
    {
        using (var other = new IndexedJournal(_folder))
        {
            Fill(other, new Random(1), 30);
        }

        File.Delete(_folder.Journal);
        List<CallRow> all;
        using (AuditJournal journal = _folder.Open())
        {
            all = Fill(journal, new Random(2), calls, _folder);
        }

        using var mixed = new IndexedJournal(_folder);

        all.Reverse();
        CallPage page = mixed.Calls.Find(new CallFilter(), 1000);
        Assert.Equal(all, page.Rows);
        Assert.Equal(calls, page.Total);
    }

    [Fact]
    public void Find_FileThatCannotBe_GivesTheNewestAndSaysWhyTheOthersAreMissing()
    {
        Directory.CreateDirectory(Table);
        using var journal = new IndexedJournal(_folder, calls: 6);
        List<CallRow> all = Fill(journal, new Random(1), 8);
        _folder.Clock.Fire();

        CallPage page = journal.Calls.Find(new CallFilter(), 1000);

        Assert.Equal(all.TakeLast(6).Reverse(), page.Rows);
        Assert.StartsWith(Table + ": ", page.Missing, StringComparison.Ordinal);
        Assert.EndsWith("'opentrading audit show', or export_audit", page.Missing, StringComparison.Ordinal);
    }

    private List<CallRow> Fill(IndexedJournal journal, Random random, int calls) => Fill(journal.Journal, random, calls, _folder);

    // What was asked of a journal, as rows; every third record is another one.
    private static List<CallRow> Fill(AuditJournal journal, Random random, int calls, TestFolder folder)
    {
        var rows = new List<CallRow>();
        for (int i = 0; i < calls; i++)
        {
            var row = new CallRow(
                0, folder.Clock.Now, (Role)random.Next(2), (Surface)random.Next(3), Names[(int)Math.Sqrt(random.Next(25))], random.Next(4) == 0 ? null : (Effect)random.Next(4),
                random.Next(9) == 0 ? CallResult.Error : CallResult.Ok, null, Convert.ToHexStringLower(BitConverter.GetBytes(random.NextInt64())), "");
            row = row.Outcome == CallResult.Error ? row with { Code = "NOT_FOUND" } : row;
            var payload = new JournalPayload
            {
                ["capability"] = row.Capability,
                ["role"] = Word(row.Role),
                ["surface"] = Word(row.Surface),
                ["outcome"] = Word(row.Outcome),
                ["requestHash"] = row.RequestHash,
            };
            if (row.Effect is { } effect)
            {
                payload["effect"] = Word(effect);
            }

            if (row.Code is { } code)
            {
                payload["code"] = code;
            }

            rows.Add(row with { Seq = journal.Append("client:a", "capability.called", payload, i == calls - 1 ? Durability.Durable : Durability.Buffered) });
            if (i % 3 == 0)
            {
                journal.Append("host", "test.note", new JournalPayload { ["n"] = i }, i == calls - 1 ? Durability.Durable : Durability.Buffered);
            }

            folder.Clock.Now = folder.Clock.Now.AddMilliseconds(random.Next(3));
        }

        Dictionary<long, string> hashes = folder.Records().ToDictionary(r => r.Seq, r => r.Hash);
        return [.. rows.Select(r => r with { Hash = hashes[r.Seq] })];
    }

    private static CallFilter Any(Random random, DateTime start) => new(
        Maybe(random, () => Names[random.Next(Names.Length)]),
        random.Next(2) == 0 ? null : (Role)random.Next(3),
        random.Next(2) == 0 ? null : (Surface)random.Next(3),
        random.Next(2) == 0 ? null : (CallResult)random.Next(2),
        random.Next(2) == 0 ? null : start.AddMilliseconds(random.Next(10_000)),
        random.Next(2) == 0 ? null : start.AddMilliseconds(random.Next(10_000)));

    private static string? Maybe(Random random, Func<string> value) => random.Next(2) == 0 ? null : value();

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
