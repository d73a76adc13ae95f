using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Tests.Support;

namespace OpenTrading.MetaTrader.Tests.Sessions;

/// <summary>Requests and answers, events and their order, heartbeats and silence.</summary>
public sealed class SessionTests : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly TestClock _clock = new();
    private readonly TestLink _link = new();
    private readonly Listener _listener = new();
    private readonly Session _session;

    public SessionTests()
    {
        using JsonDocument hello = JsonDocument.Parse(Experts.Hello());
        _session = new Session(_link, new LineReader(_link.Input), Hello.Read(hello.RootElement), Heartbeat, _clock);
    }

    public void Dispose() => _link.Abort();

    [Fact]
    public async Task Ask_SeveralAtOnce_EachGetsItsOwnAnswerInAnyOrder()
    {
        Task<string> running = _session.RunAsync(_listener);
        await _link.NextAsync();
        Task<Answer> a = _session.AskAsync("quote", m => m.With("symbol", "EURUSD"), Heartbeat, default);
        Task<Answer> b = _session.AskAsync("quote", m => m.With("symbol", "GBPUSD"), Heartbeat, default);
        (long first, long second) = (Id(await _link.NextAsync()), Id(await _link.NextAsync()));

        await _link.SendAsync($"{{\"id\":{second},\"ok\":true,\"symbol\":\"GBPUSD\"}}");
        await _link.SendAsync($"{{\"id\":{first},\"ok\":true,\"symbol\":\"EURUSD\"}}");

        using Answer one = await a;
        using Answer two = await b;
        Assert.Equal(["EURUSD", "GBPUSD"], [one.Body.Text("symbol"), two.Body.Text("symbol")]);
        _link.Leave();
        Assert.Equal("the terminal closed it", await running);
    }

    [Fact]
    public async Task Ask_NoAnswerInTime_TimesOutAndALateAnswerDoesNoHarm()
    {
        Task<string> running = _session.RunAsync(_listener);
        await _link.NextAsync();
        Task<Answer> asked = _session.AskAsync("quote", null, TimeSpan.FromSeconds(3), default);
        long id = Id(await _link.NextAsync());

        _clock.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<TimeoutException>(() => asked);

        await _link.SendAsync($"{{\"id\":{id},\"ok\":true}}");
        await _link.SendAsync("{\"type\":\"gates\",\"seq\":1}");
        await _listener.SeesAsync("gates 1");
        _link.Leave();
        await running;
    }

    [Fact]
    public async Task Ask_LinkEndsFirst_FailsAtOnce()
    {
        Task<string> running = _session.RunAsync(_listener);
        Task<Answer> asked = _session.AskAsync("positions", null, Heartbeat, default);

        _link.Leave();
        await running;

        await Assert.ThrowsAsync<LinkLostException>(() => asked);
        await Assert.ThrowsAsync<LinkLostException>(() => _session.AskAsync("positions", null, Heartbeat, default));
        Assert.Equal(0, _session.Waiting);
    }

    [Fact]
    public async Task Post_AnswerBetweenEvents_IsHandedOverInTheirOrder()
    {
        Task<string> running = _session.RunAsync(_listener);
        await _link.NextAsync();
        long id = _session.Post("positions", null, answer =>
        {
            _listener.Seen("answer");
            answer.Dispose();
        }, _ => { });
        await _link.NextAsync();

        await _link.SendAsync("{\"type\":\"account\",\"seq\":1}");
        await _link.SendAsync($"{{\"id\":{id},\"ok\":true}}");
        await _link.SendAsync("{\"type\":\"trade\",\"seq\":2}");
        await _listener.SeesAsync("trade 2");

        Assert.Equal(["account 1", "answer", "trade 2"], _listener.Log);
        _link.Leave();
        await running;
    }

    [Fact]
    public async Task Events_GapAndRepeat_GapIsToldAndOnlyTradesComeTwice()
    {
        Task<string> running = _session.RunAsync(_listener);

        foreach (string line in (string[])["account\",\"seq\":1", "trade\",\"seq\":4", "account\",\"seq\":3", "trade\",\"seq\":4", "gates\",\"seq\":5"])
        {
            await _link.SendAsync($"{{\"type\":\"{line}}}");
        }

        await _listener.SeesAsync("gates 5");
        Assert.Equal(["account 1", "gap 2", "trade 4", "trade 4", "gates 5"], _listener.Log);
        Assert.Equal(2, _session.MissingEvents);
        _link.Leave();
        await running;
    }

    [Fact]
    public async Task Heartbeat_Answered_CountsBeatsAndMeasures()
    {
        Task<string> running = _session.RunAsync(_listener);
        JsonElement first = (await _link.NextAsync())!.Value;
        Assert.Equal(("ping", 1), (first.GetProperty("op").GetString(), first.GetProperty("beat").GetInt64()));
        Assert.Equal(0, _session.Beat);

        await _link.SendAsync($"{{\"id\":{Id(first)},\"ok\":true,\"beat\":1}}");
        await _listener.SeesAsync("pong");
        _clock.Advance(Heartbeat);
        JsonElement second = (await _link.NextAsync())!.Value;

        Assert.Equal(2, second.GetProperty("beat").GetInt64());
        Assert.Equal(1, _session.Beat);
        Assert.NotNull(_session.RoundTrips.Last);
        _link.Leave();
        await running;
    }

    [Fact]
    public async Task Heartbeat_ThreeWithoutAWord_EndsTheLink()
    {
        Task<string> running = _session.RunAsync(_listener);

        _clock.Advance(3 * Heartbeat);
        Assert.False(_session.HasEnded);
        _clock.Advance(Heartbeat);

        Assert.Equal("the terminal fell silent", await running);
    }

    [Theory]
    [InlineData("{\"seq\":1}")]
    [InlineData("{\"type\":\"account\"}")]
    [InlineData("{\"type\":\"account\",\"seq\":\"1\"}")]
    [InlineData("not json")]
    public async Task Line_NeitherAnswerNorEvent_BreaksTheProtocol(string line)
    {
        Task<string> running = _session.RunAsync(_listener);

        await _link.SendAsync(line);

        await Assert.ThrowsAsync<ProtocolException>(() => running);
        Assert.True(_session.HasEnded);
    }

    private static long Id(JsonElement? message) => message!.Value.GetProperty("id").GetInt64();

    private sealed class Listener : ISessionListener
    {
        private readonly Lock _gate = new();
        private readonly List<string> _log = [];
        private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<string> Log
        {
            get
            {
                lock (_gate)
                {
                    return [.. _log];
                }
            }
        }

        public void OnEvent(string type, JsonElement message) => Seen($"{type} {message.Whole("seq")}");

        public void OnGap(long missing) => Seen($"gap {missing}");

        public void OnPong(JsonElement pong) => Seen("pong");

        public void Seen(string what)
        {
            lock (_gate)
            {
                _log.Add(what);
                _changed.TrySetResult();
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public async Task SeesAsync(string what)
        {
            while (true)
            {
                Task changed;
                lock (_gate)
                {
                    if (_log.Contains(what))
                    {
                        return;
                    }

                    changed = _changed.Task;
                }

                await changed.WaitAsync(TimeSpan.FromSeconds(60));
            }
        }
    }
}
