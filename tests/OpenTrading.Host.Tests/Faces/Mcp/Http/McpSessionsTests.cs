using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Faces.Mcp.Http;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Mcp.Http;

/// <summary>Sessions that end when they are forgotten, and belong to who opened them.</summary>
public sealed class McpSessionsTests : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private readonly McpBench _bench = new();
    private readonly SteppedTime _time = new();
    private readonly McpSessions _sessions;

    public McpSessionsTests() => _sessions = new McpSessions(_bench.Face, 2, Idle, _time);

    private McpCaller Caller => _bench.Face.Admit(McpBench.Analyst, null);

    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task Pass_IdleTime_EndsTheSession()
    {
        await OpenAsync();
        _time.Pass(Idle - TimeSpan.FromSeconds(1));
        Assert.Equal(1, _sessions.Count);

        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _sessions.Count);
        Assert.Equal(0, _bench.Face.Changes.Count);
    }

    [Fact]
    public async Task Pass_IdleTimeWhileInUse_KeepsTheSession()
    {
        McpSession session = await OpenAsync();
        using (session.Use())
        {
            _time.Pass(2 * Idle);
        }

        Assert.Equal(1, _sessions.Count);
        Assert.Equal(TimeSpan.Zero, session.Idle);
    }

    [Fact]
    public async Task Open_OneTooMany_EndsTheLongestIdle()
    {
        McpSession first = await OpenAsync();
        McpSession second = await OpenAsync();
        using (first.Use())
        {
            _time.Pass(TimeSpan.FromSeconds(1));
        }

        McpSession third = await OpenAsync();

        Assert.Null(_sessions.Find(second.Id, McpBench.Analyst));
        Assert.NotNull(_sessions.Find(first.Id, McpBench.Analyst));
        Assert.NotNull(_sessions.Find(third.Id, McpBench.Analyst));
    }

    [Fact]
    public async Task Open_ManyOfOneCaller_LeaveRoomForOthers()
    {
        await using var sessions = new McpSessions(_bench.Face, 16, Idle, _time);
        McpCaller other = _bench.Face.Admit(new Principal("client:b", Role.Analyst), null);
        McpSession first = (await sessions.OpenAsync(other))!;
        _time.Pass(TimeSpan.FromSeconds(1));

        for (int i = 0; i < 10; i++)
        {
            Assert.NotNull(await sessions.OpenAsync(Caller));
        }

        Assert.Equal(5, sessions.Count);
        Assert.NotNull(sessions.Find(first.Id, other.Principal));
    }

    [Fact]
    public async Task Open_AllInUse_GivesNone()
    {
        using IDisposable first = (await OpenAsync()).Use();
        using IDisposable second = (await OpenAsync()).Use();
        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.Null(await _sessions.OpenAsync(Caller));
    }

    [Theory]
    [InlineData("client:b", Role.Analyst, true)]
    [InlineData("client:a", Role.Operator, true)]
    [InlineData("client:a", Role.Analyst, false)]
    public async Task Find_AnotherPrincipal_FindsNothing(string actor, Role role, bool isAuthenticated)
    {
        McpSession session = await OpenAsync();

        Assert.Null(_sessions.Find(session.Id, new Principal(actor, role, isAuthenticated)));
        Assert.Same(session, _sessions.Find(session.Id, McpBench.Analyst));
    }

    private async Task<McpSession> OpenAsync()
    {
        McpSession session = (await _sessions.OpenAsync(Caller))!;
        _time.Pass(TimeSpan.Zero);
        return session;
    }
}
