using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

public sealed class CapabilityDispatcherTests : IDisposable
{
    private static readonly Principal Analyst = new("client:a", Role.Analyst);
    private static readonly Principal Operator = new("operator:o", Role.Operator);
    private static readonly Principal Nobody = new("client:local", Role.Analyst, IsAuthenticated: false);

    private readonly SampleCapabilities _sample = new();
    private readonly Recorder _journal = new();
    private readonly JobTable _jobs = new(TimeProvider.System, 2);

    public void Dispose() => _jobs.Dispose();

    [Theory]
    [InlineData("""{"text":"a"}""", "a H1 3 Buy False")]
    [InlineData("""{"text":7,"timeframe":"15m","count":"5","side":"SHORT","loud":"1"}""", "7 M15 5 Sell True")]
    [InlineData("""{"text":"a","timeframe":60,"count":"","side":null,"loud":"none"}""", "a H1 3 Buy False")]
    public async Task Call_WhatModelsSend_IsCoerced(string arguments, string summary) => Assert.Equal(summary, (await Call("echo", arguments)).Summary);

    [Theory]
    [InlineData("""{"names":"EURUSD, USDJPY"}""", """["EURUSD","USDJPY"]""")]
    [InlineData("""{"names":"[\"EURUSD\"]"}""", """["EURUSD"]""")]
    [InlineData("""{"names":["a","b"]}""", """["a","b"]""")]
    public async Task Call_ListsInAnyForm_AreLists(string arguments, string names) =>
        Assert.Equal(names, Body(await Call("echo", arguments.Replace("{", "{\"text\":\"x\",", StringComparison.Ordinal))).GetProperty("names").GetRawText());

    [Theory]
    [InlineData("{}", "text: Required")]
    [InlineData("""{"text":"a","count":0}""", "count: Number must be greater than or equal to 1")]
    [InlineData("""{"text":"a","count":1e9}""", "count: Number must be less than or equal to 100")]
    [InlineData("""{"text":"a","count":1.5}""", "count: Expected integer, received 1.5")]
    [InlineData("""{"text":"a","count":"NaN"}""", "count: Expected integer, received string")]
    [InlineData("""{"text":"a","price":"1,5"}""", "price: Expected number, received string")]
    [InlineData("""{"text":"a","side":"byu"}""", "side: Invalid enum value. Expected 'buy' | 'sell', received 'byu'; did you mean 'buy'?")]
    [InlineData("""{"text":"a","frames":["H1","H5"]}""", "frames.1: Invalid enum value. Expected M1, M2, M3, M4, M5, M6, M10, M12, M15, M20, M30, H1, H2, H3, H4, H6, H8, H12, D1, W1, MN1, received 'H5'; did you mean 'M5'?")]
    [InlineData("""{"text":"a","timefrme":"H1"}""", "Unknown argument 'timefrme'; did you mean 'timeframe'?")]
    [InlineData("""{"text":"a","text":"b"}""", "text: Given twice")]
    [InlineData("""{"text":"a","more":{"x":1,"y":[{"b":1,"b":2}]}}""", "more: 'b' is given twice")]
    [InlineData("[1]", "The arguments are array; they must be an object.")]
    [InlineData("""{"count":0,"loud":"perhaps"}""", "3 arguments are wrong: text: Required; count: Number must be greater than or equal to 1; loud: Expected boolean, received string")]
    public async Task Call_WrongArguments_AllFaultsWithTheirPlace(string arguments, string message)
    {
        CallOutcome outcome = await Call("echo", arguments);

        Assert.Equal(ErrorCode.ValidationError, outcome.Error);
        Assert.Equal(message, Body(outcome).GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Call_AText_LongerThanItsBound_IsRefused() =>
        Assert.Equal("text: String must contain at most 4096 character(s)", (await Call("echo", $$"""{"text":"{{new string('x', 5000)}}"}""")).Summary);

    [Theory]
    [InlineData("a", Surface.Mcp, true, false, "compute,echo,fail,refuse,stop")]
    [InlineData("a", Surface.Mcp, false, false, "change,compute,echo,fail,refuse,stop")]
    [InlineData("a", Surface.Mcp, false, true, "change,compute,echo,fail,propose,refuse,stop")]
    [InlineData("a", Surface.Mcp, true, true, "compute,echo,fail,refuse,stop")]
    [InlineData("a", Surface.Rest, true, false, "change,compute,echo,fail,refuse,stop")]
    [InlineData("o", Surface.Rest, true, false, "change,compute,echo,fail,operate,refuse,stop")]
    [InlineData("o", Surface.Mcp, false, true, "change,compute,echo,fail,propose,refuse,stop")]
    [InlineData("n", Surface.Rest, false, true, "compute,echo,fail,refuse,stop")]
    public void Visible_CallerFaceAndMode_ExactlyWhatTheyMayCall(string caller, Surface surface, bool dataOnly, bool liveTools, string names)
    {
        CapabilityDispatcher dispatcher = Dispatcher(new AccessMode(dataOnly, liveTools));

        Assert.Equal(names, string.Join(',', dispatcher.Visible(Who(caller), surface).Select(c => c.Name)));
    }

    [Theory]
    [InlineData("operate", "a", Surface.Mcp, ErrorCode.NotPermitted)]
    [InlineData("operate", "a", Surface.Rest, ErrorCode.NotPermitted)]
    [InlineData("operate", "o", Surface.Mcp, ErrorCode.NotPermitted)]
    [InlineData("operate", "o", Surface.Rest, ErrorCode.SessionRequired)]
    [InlineData("change", "a", Surface.Mcp, ErrorCode.NotPermitted)]
    [InlineData("change", "n", Surface.Rest, ErrorCode.NotPermitted)]
    [InlineData("propose", "a", Surface.Rest, ErrorCode.NotPermitted)]
    [InlineData("nonsense", "a", Surface.Rest, ErrorCode.NotFound)]
    public async Task Call_HiddenCapabilityByName_IsRefused(string name, string caller, Surface surface, ErrorCode code)
    {
        CallOutcome outcome = await Dispatcher(new AccessMode()).CallAsync(
            new CallRequest { Name = name, Caller = Who(caller), Surface = surface, Arguments = Json("""{"what":"x"}""") }, CancellationToken.None);

        Assert.Equal(code, outcome.Error);
        Assert.Equal(0, _sample.Changes);
    }

    [Fact]
    public async Task Call_Unexpected_TellsTheClientNothing()
    {
        CallOutcome outcome = await Call("fail", "{}");

        Assert.Equal(ErrorCode.PluginError, outcome.Error);
        Assert.DoesNotContain("hunter2", Encoding.UTF8.GetString(outcome.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Refusal_CarriesCodeMessageAndRemedy()
    {
        JsonElement error = Body(await Call("refuse", "{}")).GetProperty("error");

        Assert.Equal("""{"code":"NOT_SUPPORTED","message":"Not here","remedy":"Go elsewhere.","details":[]}""", error.GetRawText());
    }

    [Fact]
    public async Task Call_SameKeyTwice_OneEffectAndTheFirstAnswer()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new AccessMode());
        var call = new CallRequest { Name = "change", Caller = Analyst, Surface = Surface.Rest, Arguments = Json("""{"what":"x","idempotencyKey":"k1"}""") };

        CallOutcome first = await dispatcher.CallAsync(call, CancellationToken.None);
        CallOutcome second = await dispatcher.CallAsync(call, CancellationToken.None);
        CallOutcome other = await dispatcher.CallAsync(call with { Arguments = Json("""{"what":"y","idempotencyKey":"k1"}""") }, CancellationToken.None);

        Assert.Equal("""{"summary":"x 1 k1"}""", Encoding.UTF8.GetString(first.Body.Span));
        Assert.Equal("""{"summary":"x 1 k1","replayed":true}""", Encoding.UTF8.GetString(second.Body.Span));
        Assert.Equal(ErrorCode.Conflict, other.Error);
        Assert.Equal(1, _sample.Changes);
    }

    [Fact]
    public async Task Call_Job_EndsInlineWithItsResult()
    {
        JsonElement job = Body(await Call("compute", """{"wait":false}"""));

        Assert.Equal("succeeded", job.GetProperty("status").GetString());
        Assert.Equal("computed for client:a", job.GetProperty("result").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Call_LongJob_GivesItsIdAndGoesOnUntilCancelled()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new AccessMode(), new CallLimits { InlineWait = TimeSpan.FromMilliseconds(100) });
        CallOutcome outcome = await dispatcher.CallAsync(
            new CallRequest { Name = "compute", Caller = Analyst, Surface = Surface.Rest, Arguments = Json("""{"wait":true}""") }, CancellationToken.None);

        Job job = _jobs.Get(Body(outcome).GetProperty("jobId").GetString()!);
        Assert.True(outcome.IsPending);
        Assert.Equal((JobStatus.Running, 40), (job.Status, job.Progress.Percent));

        job.Cancel();
        await job.Completion.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(JobStatus.Cancelled, job.Status);
    }

    [Fact]
    public async Task Call_Always_IsJournaledWithItsArguments()
    {
        await Call("echo", """{"text":"a","count":5}""");
        await Call("nonsense", """{"x":1.5}""");

        Assert.Equal(["capability.called ok", "capability.called error"], _journal.Seen);
        Assert.Contains("\"arguments\":{\"count\":\"5\",\"text\":\"a\"}", _journal.Payloads[0], StringComparison.Ordinal);
        Assert.Contains("\"code\":\"NOT_FOUND\"", _journal.Payloads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_JournalTakesNoRecord_IsAnsweredAllTheSame()
    {
        _journal.IsFull = true;

        Assert.Equal("a H1 3 Buy False", (await Call("echo", """{"text":"a"}""")).Summary);
        Assert.Empty(_journal.Seen);
    }

    [Fact]
    public async Task Call_LoneSurrogateInAnArgument_IsJournaledAllTheSame()
    {
        await Call("echo", """{"text":"\ud800"}""");

        Assert.Single(_journal.Seen);
    }

    [Fact]
    public async Task Call_TooManyChanges_AreRefusedWithWhenToRetry()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new AccessMode(), new CallLimits { ChangesPerSecond = 1 });
        var call = new CallRequest { Name = "stop", Caller = Analyst, Surface = Surface.Rest };

        List<ErrorCode?> codes = [];
        for (int i = 0; i < 4; i++)
        {
            codes.Add((await dispatcher.CallAsync(call, CancellationToken.None)).Error);
        }

        Assert.Equal([null, null], codes.Take(2));
        Assert.Contains(ErrorCode.RateLimited, codes);
    }

    [Fact]
    public void InputSchema_EveryArgument_HasATypeItsBoundsAndDefault() => Assert.Equal(
        """{"type":"object","properties":{"text":{"type":"string"},"timeframe":{"type":"string","enum":["M1","M2","M3","M4","M5","M6","M10","M12","M15","M20","M30","H1","H2","H3","H4","H6","H8","H12","D1","W1","MN1"],"default":"H1"},"count":{"type":"integer","minimum":1,"maximum":100,"default":3,"description":"How often"},"side":{"type":"string","enum":["buy","sell"],"default":"buy"},"price":{"type":"number"},"loud":{"type":"boolean","default":false},"names":{"type":"array","items":{"type":"string"}},"frames":{"type":"array","items":{"type":"string","enum":["M1","M2","M3","M4","M5","M6","M10","M12","M15","M20","M30","H1","H2","H3","H4","H6","H8","H12","D1","W1","MN1"]},"default":["H4","D1"]},"from":{"type":"string","format":"date-time"},"more":{"type":"object"}},"required":["text"],"additionalProperties":false}""",
        Dispatcher(new AccessMode()).Catalog.Find("echo")!.InputSchema.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    [Fact]
    public void Add_NameTaken_AddsNothing()
    {
        CapabilityCatalog catalog = Dispatcher(new AccessMode()).Catalog;

        Assert.Throws<ArgumentException>(() => catalog.Add(CapabilityDescriptor.Of(new SampleCapabilities(), "other")));
        Assert.Equal(8, catalog.All.Count);
    }

    private static Principal Who(string letter) => letter switch { "a" => Analyst, "o" => Operator, _ => Nobody };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static JsonElement Body(CallOutcome outcome) => JsonDocument.Parse(outcome.Body).RootElement;

    private Task<CallOutcome> Call(string name, string arguments) => Dispatcher(new AccessMode()).CallAsync(
        new CallRequest { Name = name, Caller = Analyst, Surface = Surface.Rest, Arguments = Json(arguments) }, CancellationToken.None);

    private CapabilityDispatcher Dispatcher(AccessMode mode, CallLimits? limits = null)
    {
        var catalog = new CapabilityCatalog();
        catalog.Add(CapabilityDescriptor.Of(_sample, "sample"));
        return new CapabilityDispatcher(catalog, new AccessPolicy(mode, _ => false), _journal, TimeProvider.System, limits ?? new CallLimits(), _jobs);
    }

    private sealed class Recorder : IJournal
    {
        public List<string> Seen { get; } = [];

        public List<string> Payloads { get; } = [];

        public bool IsFull { get; set; }

        public long Append(string actor, string type, JournalPayload payload, Durability durability)
        {
            if (IsFull)
            {
                throw new JournalException("no space");
            }

            Payloads.Add(payload.ToString());
            Seen.Add($"{type} {(Payloads[^1].Contains("\"outcome\":\"ok\"", StringComparison.Ordinal) ? "ok" : "error")}");
            return Seen.Count;
        }
    }
}
