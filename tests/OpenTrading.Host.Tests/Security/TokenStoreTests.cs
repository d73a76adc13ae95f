using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

public sealed class TokenStoreTests : IDisposable
{
    private readonly SecurityBench _bench = new();

    private TokenStore Tokens => _bench.Security.Tokens;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Create_Token_Is32RandomBytesBehindItsPrefix()
    {
        string first = Tokens.Create("a", 90).Secret;
        string second = Tokens.Create("b", 90).Secret;

        Assert.Matches(@"\Aot_[A-Za-z0-9_-]{43}\z", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Create_Token_OnDiskIsItsDigestAloneReadableByTheOwnerAlone()
    {
        (AccessToken token, string secret) = Tokens.Create("desk", 90);

        string file = File.ReadAllText(_bench.Home.Tokens);
        Assert.DoesNotContain(secret, file, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[3..], file, StringComparison.Ordinal);
        Assert.Contains(SecretDigest.Of(secret), file, StringComparison.Ordinal);
        Assert.Equal(_bench.Clock.GetUtcNow().AddDays(90), token.ExpiresAt);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_bench.Home.Tokens));
        }
    }

    [Fact]
    public void Find_AfterReopening_KnowsTheTokenAndItsState()
    {
        (AccessToken token, string secret) = Tokens.Create("desk", 90);
        Tokens.Revoke(token.Id);

        AccessToken found = new TokenStore(_bench.Home.Tokens, _bench.Clock).Find(secret)!;

        Assert.Equal((token.Id, "desk", "analyst", _bench.Clock.GetUtcNow()), (found.Id, found.Name, found.Role, found.RevokedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ot_")]
    [InlineData("ot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Find_ForeignSecret_IsNone(string secret)
    {
        Tokens.Create("desk", 90);

        Assert.Null(Tokens.Find(secret));
    }

    [Fact]
    public void Create_NameOfALivingToken_IsRefusedUntilThatIsRevoked()
    {
        AccessToken token = Tokens.Create("desk", 90).Token;

        Assert.Equal(ErrorCode.StateConflict, Assert.Throws<CapabilityException>(() => Tokens.Create("desk", 90)).Code);
        Tokens.Revoke(token.Id);
        Assert.NotEqual(token.Id, Tokens.Create("desk", 90).Token.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("cli")]
    public void Create_NameThatIsNone_IsRefused(string name) =>
        Assert.Equal(ErrorCode.ValidationError, Assert.Throws<CapabilityException>(() => Tokens.Create(name, 90)).Code);

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void Create_LifeOutOfRange_IsRefused(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => Tokens.Create("desk", days));

    [Fact]
    public void Revoke_UnknownId_IsNotFound() => Assert.Equal(ErrorCode.NotFound, Assert.Throws<CapabilityException>(() => Tokens.Revoke("tok_1")).Code);

    [Fact]
    public void Open_DamagedFile_SaysWhichAndNotWhatItHolds()
    {
        File.WriteAllText(_bench.Home.Tokens, """[{"id":"hunter2""");

        string message = Assert.Throws<HomeException>(() => new TokenStore(_bench.Home.Tokens, _bench.Clock)).Message;

        Assert.StartsWith(_bench.Home.Tokens, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }
}
