using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Tests.Capabilities;
using OpenTrading.Kernel.Tests.Trades;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Journal.Notes;

public sealed class NoteCapabilitiesTests : IDisposable
{
    private readonly TradeJournal _journal = new();
    private CapabilityBench _bench;

    public NoteCapabilitiesTests() => _bench = Bench();

    public void Dispose()
    {
        _bench.Dispose();
        _journal.Dispose();
    }

    [Fact]
    public async Task AddJournalEntry_ThenList_IsThereWithItsTextInTheDetail()
    {
        JsonElement added = await _bench.Call("add_journal_entry", """{"title":"Range day","text":"EURUSD did nothing.","symbol":"eurusd","tags":"Range, quiet, range"}""");
        JsonElement list = await _bench.Call("list_journal_entries", $$"""{"entryId":"{{added.Text("entryId")}}"}""");

        Assert.Equal("Noted: Range day", added.Text("summary"));
        JsonElement entry = list.Items("entries")[0];
        Assert.Equal(("note", "Range day", "EURUSD", """["range","quiet"]"""), (entry.Text("kind"), entry.Text("title"), entry.Text("symbol"), entry.GetProperty("tags").GetRawText()));
        Assert.Equal("EURUSD did nothing.", list.GetProperty("detail").Text("text"));
        Assert.Equal(added.Text("time"), entry.Text("time"));
    }

    [Fact]
    public async Task AddJournalEntry_Amending_StaysWithTheOriginalWhichIsKept()
    {
        string first = await Add("""{"title":"Plan","text":"Buy the dip."}""");
        string second = await Add($$"""{"title":"Later","text":"There was no dip.","amends":"{{first}}"}""");
        await Add($$"""{"title":"Later still","text":"There was.","amends":"{{second}}"}""");

        JsonElement list = await _bench.Call("list_journal_entries");
        JsonElement detail = (await _bench.Call("list_journal_entries", $$"""{"entryId":"{{first}}"}""")).GetProperty("detail");

        Assert.Equal(["Plan"], list.Each("entries", "title"));
        Assert.Equal("Buy the dip.", detail.Text("text"));
        Assert.Equal(["There was no dip.", "There was."], detail.Each("amendments", "text"));
    }

    [Fact]
    public async Task ListJournalEntries_NotesAndTrades_NewestFirstWithTheTradesResult()
    {
        _journal.Winner();
        string trade = _journal.Trades.Newest[0].TradeId;
        await Add($$"""{"title":"Good one","text":"As planned.","tradeId":"{{trade}}","tags":["plan"]}""");

        JsonElement list = await _bench.Call("list_journal_entries");

        Assert.Equal("2 entries: 1 notes, 1 closed trades.", list.Text("summary"));
        Assert.Equal(
            ["note Good one 1.7448", "trade EURUSD buy 0.38 closed at 1.08950 by tp: +167.08 1.7448"],
            list.Items("entries").Select(e => $"{e.Text("kind")} {e.Text("title")} {e.GetProperty("r").GetRawText()}"));
        Assert.Equal(["plan"], list.Items("entries")[1].Items("tags").Select(t => t.GetString()));
    }

    [Theory]
    [InlineData("""{"symbol":"eurusd"}""", "B")]
    [InlineData("""{"tag":"Two"}""", "C,B")]
    [InlineData("""{"from":"2026-01-05T08:00:01Z"}""", "C,B")]
    [InlineData("""{"from":"2026-01-05T08:00:01Z","to":"2026-01-05T08:00:02Z"}""", "B")]
    [InlineData("""{"limit":1}""", "C")]
    public async Task ListJournalEntries_Filters_LeaveWhatTheyName(string arguments, string titles)
    {
        await Add("""{"title":"A","text":"x","tags":["one"]}""");
        _journal.Clock.Now = _journal.Clock.Now.AddSeconds(1);
        await Add("""{"title":"B","text":"x","symbol":"EURUSD","tags":["two"]}""");
        _journal.Clock.Now = _journal.Clock.Now.AddSeconds(1);
        await Add("""{"title":"C","text":"x","tags":["two"]}""");

        Assert.Equal(titles, string.Join(',', (await _bench.Call("list_journal_entries", arguments)).Each("entries", "title")));
    }

    [Fact]
    public async Task AddJournalEntry_SameKeyAfterARestart_OneEntryAndAnotherPayloadConflicts()
    {
        string first = await Add("""{"title":"A","text":"x","idempotencyKey":"k1"}""");
        _journal.Restart();
        _bench.Dispose();
        _bench = Bench();

        Assert.Equal(first, await Add("""{"title":"A","text":"x","idempotencyKey":"k1"}"""));
        Assert.Equal("CONFLICT", (await _bench.Refused("add_journal_entry", """{"title":"B","text":"x","idempotencyKey":"k1"}""")).Code);
        Assert.Equal(["A"], (await _bench.Call("list_journal_entries")).Each("entries", "title"));
    }

    [Fact]
    public async Task AddJournalEntry_OverMcpInDataOnlyMode_IsHidden()
    {
        using CapabilityBench bench = Bench(new AccessMode(DataOnly: true));

        Assert.Equal("NOT_PERMITTED", (await bench.Refused("add_journal_entry", """{"title":"A","text":"x"}""", surface: Surface.Mcp)).Code);
    }

    [Theory]
    [InlineData("add_journal_entry", """{"title":"A"}""", "VALIDATION_ERROR")]
    [InlineData("add_journal_entry", """{"title":"A","text":"x","amends":"jrn_x"}""", "NOT_FOUND")]
    [InlineData("add_journal_entry", """{"title":"A","text":"x","tradeId":"ppt_x"}""", "NOT_FOUND")]
    [InlineData("add_journal_entry", """{"title":"A","text":"x","idempotencyKey":"no spaces"}""", "VALIDATION_ERROR")]
    [InlineData("add_journal_entry", """{"title":"A","text":"x","tags":["0123456789012345678901234567890123456789!"]}""", "VALIDATION_ERROR")]
    [InlineData("add_journal_entry", """{"title":"A","text":"x","tags":"1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21"}""", "VALIDATION_ERROR")]
    [InlineData("list_journal_entries", """{"entryId":"jrn_x"}""", "NOT_FOUND")]
    [InlineData("list_journal_entries", """{"limit":1000000000}""", "VALIDATION_ERROR")]
    [InlineData("list_journal_entries", """{"cursor":"AAAA"}""", "VALIDATION_ERROR")]
    public async Task AnyCall_WrongInput_IsRefused(string name, string arguments, string code) => Assert.Equal(code, (await _bench.Refused(name, arguments)).Code);

    private CapabilityBench Bench(AccessMode? mode = null) => new(
        _ => [new NoteCapabilities(_journal.Journal, _journal.Index, _journal.Notes, _journal.Trades, new Paging(_journal.Clock), _journal.Clock)], mode: mode);

    private async Task<string> Add(string arguments) => (await _bench.Call("add_journal_entry", arguments)).Text("entryId")!;
}
