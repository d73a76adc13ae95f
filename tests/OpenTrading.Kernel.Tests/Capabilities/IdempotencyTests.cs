using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Capabilities.Idempotency;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

/// <summary>One key, one effect, also after a restart: the answers are in the journal.</summary>
public sealed class IdempotencyTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly KeyedSamples _samples = new();
    private Host _host;

    public IdempotencyTests() => _host = new Host(_folder, _samples);

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Call_SameKeyAfterARestart_GivesTheFirstAnswerAndOtherBodiesConflict()
    {
        string first = await CallAsync("keep", """{"what":"x","lots":0.1,"idempotencyKey":"k1"}""");
        Restart();

        string again = await CallAsync("keep", """{"what":"x","lots":0.1,"idempotencyKey":"k1"}""");
        string other = await CallAsync("keep", """{"what":"y","lots":0.1,"idempotencyKey":"k1"}""");
        string anothers = await CallAsync("keep", """{"what":"z","lots":0.1,"idempotencyKey":"k1"}""", "client:b");

        Assert.Equal("""{"summary":"x 0.1 1"}""", first);
        Assert.Equal("""{"summary":"x 0.1 1","replayed":true}""", again);
        Assert.Contains("\"CONFLICT\"", other, StringComparison.Ordinal);
        Assert.Equal("""{"summary":"z 0.1 2"}""", anothers);
    }

    [Theory]
    [InlineData("""{"what":"x","lots":"0.10"}""", "k1")]
    [InlineData("""{"lots":0.1,"what":"x","names":null,"idempotencyKey":"k1"}""", null)]
    [InlineData("""{"what":"x","lots":0.1,"more":{"a":[1,2],"b":"c"}}""", "k2")]
    [InlineData("""{"what":"x","lots":0.1,"more":"{\"b\":\"c\",\"a\":[1,2]}"}""", "k2")]
    public async Task Call_SamePayloadInAnotherForm_IsTheSameCall(string arguments, string? key)
    {
        await CallAsync("keep", """{"what":"x","lots":0.1,"idempotencyKey":"k1"}""");
        await CallAsync("keep", """{"what":"x","lots":0.1,"more":{"b":"c","a":[1,2]},"idempotencyKey":"k2"}""");

        Assert.EndsWith(",\"replayed\":true}", await CallAsync("keep", arguments, key: key), StringComparison.Ordinal);
        Assert.Equal(2, _samples.Changes);
    }

    [Theory]
    [InlineData("""{"what":"x","lots":0.2}""")]
    [InlineData("""{"what":"x","lots":0.1,"names":["a"]}""")]
    [InlineData("""{"what":"x","lots":0.1,"more":{"a":1}}""")]
    [InlineData("""{"what":"x","lots":0.1,"more":{"a":"1"}}""")]
    public async Task Call_AnotherPayload_Conflicts(string arguments)
    {
        await CallAsync("keep", """{"what":"x","lots":0.1,"more":{"a":true},"idempotencyKey":"k1"}""");

        Assert.Contains("\"CONFLICT\"", await CallAsync("keep", arguments, key: "k1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AnotherCapabilityUnderTheKey_Conflicts()
    {
        await CallAsync("keep", """{"what":"x","lots":0.1}""", key: "k1");

        Assert.Contains("\"CONFLICT\"", await CallAsync("long_answer", """{"length":1}""", key: "k1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_LongAnswer_IsKeptWhole()
    {
        string first = await CallAsync("long_answer", """{"length":9000}""", key: "k1");
        Restart();
        string again = await CallAsync("long_answer", """{"length":9000}""", key: "k1");

        Assert.Equal(first[..^1] + ",\"replayed\":true}", again);
        Assert.True(first.Length > 9000);
    }

    [Fact]
    public async Task Call_SecretInArgumentsOrAnswer_IsNeverOnDisk()
    {
        string first = await CallAsync("new_token", "{}", key: "k1");
        string again = await CallAsync("new_token", "{}", key: "k1");
        await CallAsync("log_in", """{"passphrase":"correct horse"}""", key: "k2");

        Assert.Equal(first[..^1] + ",\"replayed\":true}", again);
        Assert.Equal(2, _samples.Changes);
        _host.Dispose();
        string journal = await File.ReadAllTextAsync(_folder["audit.jsonl"]);
        Assert.DoesNotContain("ot_secret", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("call.answered", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Refused_MayBeTriedAgainUnderItsKey()
    {
        Assert.Contains("\"NOT_FOUND\"", await CallAsync("keep", """{"what":"refuse","lots":0.1}""", key: "k1"), StringComparison.Ordinal);

        Assert.Equal("""{"summary":"x 0.1 1"}""", await CallAsync("keep", """{"what":"x","lots":0.1}""", key: "k1"));
    }

    [Fact]
    public async Task Call_AHundredAtOnce_HaveOneEffect()
    {
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CallAsync("keep", """{"what":"x","lots":0.1}""", key: "k1")));

        Assert.Equal(1, _samples.Changes);
        Assert.Single(answers, a => !a.Contains("replayed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Book_MoreThanItHolds_ForgetsTheOldest()
    {
        _host.Dispose();
        _host = new Host(_folder, _samples, capacity: 2);
        foreach (string key in (string[])["a", "b", "c"])
        {
            await CallAsync("keep", """{"what":"x","lots":0.1}""", key: key);
        }

        Assert.DoesNotContain("replayed", await CallAsync("keep", """{"what":"x","lots":0.1}""", key: "a"), StringComparison.Ordinal);
        Assert.Contains("replayed", await CallAsync("keep", """{"what":"x","lots":0.1}""", key: "c"), StringComparison.Ordinal);
    }

    private void Restart()
    {
        _host.Dispose();
        _host = new Host(_folder, _samples);
    }

    private async Task<string> CallAsync(string name, string arguments, string actor = "client:a", string? key = null)
    {
        var request = new CallRequest { Name = name, Caller = new Principal(actor, Role.Analyst), Surface = Surface.Rest, Arguments = JsonElement.Parse(arguments), IdempotencyKey = key };
        return Encoding.UTF8.GetString((await _host.Dispatcher.CallAsync(request, CancellationToken.None)).Body.Span);
    }

    /// <summary>A run of a host: its journal, what reads along, its dispatcher.</summary>
    private sealed class Host : IDisposable
    {
        private readonly AuditJournal _journal;
        private readonly JobTable _jobs = new(TimeProvider.System, 1);

        public Host(TestFolder folder, KeyedSamples samples, int capacity = AnswerBook.Capacity)
        {
            var index = new JournalIndex(folder.Root);
            var answers = new AnswerBook(index, capacity);
            Action<JournalRecord> read = index.Apply;
            read += answers.Apply;
            _journal = AuditJournal.Open(folder.Root, folder.Clock, read, follow: read);
            Dispatcher = new CapabilityDispatcher(
                new CapabilityCatalog(), new AccessPolicy(new AccessMode(DataOnly: false), _ => true), _journal, TimeProvider.System, new CallLimits { ChangesPerSecond = 10_000 }, _jobs, answers);
            Dispatcher.Catalog.Add(CapabilityDescriptor.Of(samples, "sample"));
        }

        public CapabilityDispatcher Dispatcher { get; }

        public void Dispose()
        {
            _journal.Dispose();
            _jobs.Dispose();
        }
    }
}
