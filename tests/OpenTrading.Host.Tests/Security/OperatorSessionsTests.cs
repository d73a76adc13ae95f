using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

public class OperatorSessionsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Use_OpenSession_IsItsOperator()
    {
        var sessions = new OperatorSessions(_clock);
        (OperatorSession session, string id) = sessions.Open("op1");

        Assert.Matches(@"\Ases_[A-Za-z0-9_-]{43}\z", id);
        Assert.Same(session, sessions.Use(id));
        Assert.Equal(new Principal("operator:op1", Role.Operator), session.Caller);
        Assert.Equal(SecretDigest.Of(id), session.Digest);
    }

    [Fact]
    public void Use_QuarterOfAnHourWithoutACall_Ends()
    {
        var sessions = new OperatorSessions(_clock);
        string id = sessions.Open("op1").Id;

        _clock.Pass(TimeSpan.FromMinutes(14));
        Assert.NotNull(sessions.Use(id));
        _clock.Pass(TimeSpan.FromMinutes(14));
        Assert.NotNull(sessions.Find(id));
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(sessions.Use(id));
    }

    [Fact]
    public void Use_EightHours_EndsHoweverMuchItIsUsed()
    {
        var sessions = new OperatorSessions(_clock);
        string id = sessions.Open("op1").Id;
        for (int i = 0; i < 47; i++)
        {
            _clock.Pass(TimeSpan.FromMinutes(10));
            Assert.NotNull(sessions.Use(id));
        }

        _clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Null(sessions.Use(id));
    }

    [Fact]
    public void HasSteppedUp_FiveMinutes_ThenOnlyAfterThePassphraseAgain()
    {
        var sessions = new OperatorSessions(_clock);
        OperatorSession session = sessions.Open("op1").Session;

        _clock.Pass(TimeSpan.FromMinutes(5));
        Assert.True(sessions.HasSteppedUp(session.Caller));
        _clock.PassSeconds(1);
        Assert.False(sessions.HasSteppedUp(session.Caller));
        session.Enter();
        Assert.True(sessions.HasSteppedUp(session.Caller));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void WallClockIsSet_TimesOfASession_RunOnUnchanged(int hours)
    {
        var sessions = new OperatorSessions(_clock);
        (OperatorSession session, string id) = sessions.Open("op1");

        _clock.SetWall(TimeSpan.FromHours(hours));

        Assert.True(sessions.HasSteppedUp(session.Caller));
        Assert.Equal(_clock.GetUtcNow() + OperatorSession.Absolute, session.ExpiresAt);
        _clock.Pass(TimeSpan.FromMinutes(5.1));
        Assert.False(sessions.HasSteppedUp(session.Caller));
        Assert.NotNull(sessions.Find(id));
        _clock.Pass(TimeSpan.FromMinutes(9.9));
        Assert.Null(sessions.Use(id));
        Assert.Null(sessions.OpenUntil);
    }

    [Fact]
    public void IsOpen_CallerOfAnotherSession_CountsForItselfAlone()
    {
        var sessions = new OperatorSessions(_clock);
        OperatorSession first = sessions.Open("op1").Session;
        OperatorSession second = sessions.Open("op1").Session;

        sessions.End(first);

        Assert.False(sessions.IsOpen(first.Caller));
        Assert.True(sessions.IsOpen(second.Caller));
        Assert.False(sessions.IsOpen(new Principal("operator:op1", Role.Operator)));
    }
}
