using System.Text;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Tests.Security;

public class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_KnownVector_Agrees(long seconds, string code)
    {
        long step = Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, Totp.Code(Key, step, 8));
        Assert.Equal(code[2..], Totp.Code(Key, step));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_CodeOfAStepNearby_OneStepAwayAtMost(int away, bool isTaken)
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        long step = Totp.StepAt(now) + away;

        Assert.Equal(isTaken ? step : null, Totp.Match(Key, Totp.Code(Key, step), now, lastStep: 0));
    }

    [Fact]
    public void Match_StepThatWasUsed_IsNone()
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1234567890);

        Assert.Null(Totp.Match(Key, Totp.Code(Key, Totp.StepAt(now)), now, Totp.StepAt(now)));
    }

    // RFC 4648, section 10, without padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void ToBase32_KnownVector_Agrees(string text, string encoded) => Assert.Equal(encoded, Totp.ToBase32(Encoding.ASCII.GetBytes(text)));
}
