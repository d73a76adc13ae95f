using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Benchmarks.Gates;

/// <summary>A million calls in the journal: how long the file to search takes to be made, and how long the slowest of many questions takes.</summary>
internal sealed class CallSearchBenchmark : IBenchmark
{
    private const int Calls = 1_000_000;
    private const int PageSize = 50;

    private static readonly string[] Tools = [.. Enumerable.Range(0, 120).Select(i => $"tool_{i}")];

    public string Name => "search";

    public void Run(Report report)
    {
        string folder = Directory.CreateTempSubdirectory("opentrading-benchmark-").FullName;
        try
        {
            Write(folder);
            Lap[] filling = Lap.Repeat(2, () => Fill(folder));
            report.Add($"search: file of {Calls:#,0} calls from the journal", "s", filling.Select(l => l.Wall.TotalSeconds));

            using var calls = new CallLog(Path.Combine(folder, "calls.db"), TimeProvider.System);
            foreach ((string asked, CallFilter filter) in Questions(calls))
            {
                long found = 0;
                Lap[] asking = Lap.Repeat(6, () => found = calls.Find(filter, PageSize).Total);
                report.Add($"search: {asked}, {found:#,0} of {Calls:#,0}", "ms", asking.Skip(1).Select(l => l.Wall.TotalMilliseconds), Limit.AtMost(50));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The middle of the journal's time is asked for by what a call there says.
    private static IEnumerable<(string Asked, CallFilter Filter)> Questions(CallLog calls)
    {
        DateTime middle = calls.Find(new CallFilter(), 1, Calls / 2).Rows[0].Time;
        yield return ("every call", new CallFilter());
        yield return ("one tool", new CallFilter(Tools[7]));
        yield return ("one tool, refused", new CallFilter(Tools[7], Outcome: CallResult.Error));
        yield return ("the operator's", new CallFilter(Role: Role.Operator));
        yield return ("refused", new CallFilter(Outcome: CallResult.Error));
        yield return ("the first half", new CallFilter(To: middle));
        yield return ("the operator's refused, second half", new CallFilter(Role: Role.Operator, Outcome: CallResult.Error, From: middle));
        yield return ("a tool that was never called", new CallFilter("nothing"));
    }

    private static void Fill(string folder)
    {
        File.Delete(Path.Combine(folder, "calls.db"));
        using var calls = new CallLog(Path.Combine(folder, "calls.db"), TimeProvider.System);
        foreach (JournalRecord record in JournalReader.Read(JournalReader.Files(folder)))
        {
            calls.Apply(record);
        }
    }

    private static void Write(string folder)
    {
        var random = new Random(7);
        string hash = new('a', 64);
        using var journal = AuditJournal.Open(folder, TimeProvider.System);
        for (int i = 0; i < Calls; i++)
        {
            bool isRefused = random.Next(20) == 0;
            var payload = new JournalPayload
            {
                ["capability"] = Tools[(int)(Tools.Length * random.NextDouble() * random.NextDouble())],
                ["role"] = random.Next(50) == 0 ? "operator" : "analyst",
                ["surface"] = "mcp",
                ["effect"] = "read",
                ["outcome"] = isRefused ? "error" : "ok",
                ["requestHash"] = hash,
                ["arguments"] = new JournalPayload { ["symbol"] = "EURUSD", ["limit"] = i },
            };
            if (isRefused)
            {
                payload["code"] = "NOT_FOUND";
            }

            journal.Append("client:a", "capability.called", payload, Durability.Buffered);
        }
    }
}
