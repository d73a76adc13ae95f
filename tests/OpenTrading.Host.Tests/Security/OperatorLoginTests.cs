using System.Text;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

public sealed class OperatorLoginTests : IDisposable
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    private readonly SecurityBench _bench = new();

    public OperatorLoginTests() => _bench.AddOperator("op1");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Start_RightPassphrase_OpensASessionAndJournalsIt()
    {
        (OperatorSession session, string? id) = await LoginAsync("op1", SecurityBench.Passphrase);

        Assert.Same(session, _bench.Security.Sessions.Use(id!));
        (string actor, string type, string payload) = Assert.Single(_bench.Journal.Records);
        Assert.Equal(("operator:op1", "operator.login", $$"""{"session":"{{session.Digest}}"}"""), (actor, type, payload));
    }

    [Fact]
    public async Task Start_WithinTheOwnSession_ConfirmsIt()
    {
        OperatorSession session = (await LoginAsync("op1", SecurityBench.Passphrase)).Session;
        _bench.Clock.Pass(TimeSpan.FromMinutes(10));

        (OperatorSession again, string? id) = await _bench.Security.Login.StartAsync("op1", SecurityBench.Passphrase, null, session.Caller, CancellationToken.None);

        Assert.Same(session, again);
        Assert.Null(id);
        Assert.True(_bench.Security.Sessions.HasSteppedUp(session.Caller));
        Assert.Equal(["operator.login", "operator.stepped_up"], _bench.Journal.Types);
    }

    [Theory]
    [InlineData("op1", "wrong horse battery staple")]
    [InlineData("op2", SecurityBench.Passphrase)]
    public async Task Start_WrongOperatorOrPassphrase_SameAnswerAndJournaledWithoutThePassphrase(string name, string passphrase)
    {
        CapabilityException refused = await RefusalAsync(name, passphrase);

        Assert.Equal((ErrorCode.Unauthenticated, "Operator, passphrase or one-time code is wrong"), (refused.Code, refused.Message));
        Assert.Equal(("client:local", "operator.login_failed", $$"""{"failures":1,"operator":"{{name}}"}"""), Assert.Single(_bench.Journal.Records));
    }

    [Fact]
    public async Task Start_FifthFailure_MakesEvenTheRightPassphraseWait()
    {
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(ErrorCode.Unauthenticated, (await RefusalAsync("op1", "wrong horse battery staple")).Code);
        }

        CapabilityException locked = await RefusalAsync("op1", SecurityBench.Passphrase);
        Assert.Equal((ErrorCode.RateLimited, "Retry in 2 s."), (locked.Code, locked.Remedy));

        _bench.Clock.PassSeconds(2);
        Assert.NotNull((await LoginAsync("op1", SecurityBench.Passphrase)).Id);
    }

    [Fact]
    public async Task Start_OneTimeCode_IsNeededAndTakenOnce()
    {
        _bench.AddOperator("op2", Key);
        string code = Totp.Code(Key, Totp.StepAt(_bench.Clock.GetUtcNow()));

        Assert.Equal(ErrorCode.Unauthenticated, (await RefusalAsync("op2", SecurityBench.Passphrase)).Code);
        Assert.Equal(ErrorCode.Unauthenticated, (await RefusalAsync("op2", "wrong horse battery staple", code)).Code);
        Assert.NotNull((await LoginAsync("op2", SecurityBench.Passphrase, code)).Id);
        Assert.Equal(ErrorCode.Unauthenticated, (await RefusalAsync("op2", SecurityBench.Passphrase, code)).Code);
        Assert.False(new OperatorStore(_bench.Home.Operators).TakeCode("op2", code, _bench.Clock.GetUtcNow()));
    }

    [Fact]
    public void Operators_OnDisk_AreReadableByTheOwnerAloneAndHoldNoPassphrase()
    {
        Assert.DoesNotContain(SecurityBench.Passphrase, File.ReadAllText(_bench.Home.Operators), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_bench.Home.Operators));
        }
    }

    private Task<(OperatorSession Session, string? Id)> LoginAsync(string name, string passphrase, string? code = null) =>
        _bench.Security.Login.StartAsync(name, passphrase, code, SecurityBench.Local, CancellationToken.None);

    private Task<CapabilityException> RefusalAsync(string name, string passphrase, string? code = null) =>
        Assert.ThrowsAsync<CapabilityException>(() => LoginAsync(name, passphrase, code));
}
