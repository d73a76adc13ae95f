using System.Text;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Tests.Security;

public class PassphraseHashTests
{
    [Theory]
    [InlineData("passwd", "73616c74", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")]
    [InlineData("correct horse battery staple", "000102030405060708090a0b0c0d0e0f", 600_000, "ef177144eec9420cbc1093d2a8b344a92bc506d0d4ec9c028dd19f8324d8c1e6")]
    public void Derive_KnownVector_Agrees(string passphrase, string salt, int iterations, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(PassphraseHash.Derive(passphrase, Convert.FromHexString(salt), iterations)));

    [Fact]
    public void Of_Passphrase_MatchesItInEitherSpellingAndNoOther()
    {
        PassphraseHash hash = PassphraseHash.Of("café au lait");

        Assert.Equal(("pbkdf2-sha256", 600_000, 16, 32), (hash.Alg, hash.Iter, Convert.FromBase64String(hash.Salt).Length, Convert.FromBase64String(hash.Hash).Length));
        Assert.True(hash.Matches("café au lait".Normalize(NormalizationForm.FormD)));
        Assert.False(hash.Matches("cafe au lait"));
    }

    [Fact]
    public void Matches_FewerIterations_IsRefused()
    {
        byte[] salt = new byte[16];
        string hash = Convert.ToBase64String(PassphraseHash.Derive("correct horse battery staple", salt, 1000));

        Assert.False(new PassphraseHash("pbkdf2-sha256", 1000, Convert.ToBase64String(salt), hash).Matches("correct horse battery staple"));
    }

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("")]
    [InlineData("🛑🛑🛑🛑🛑🛑")]
    public void Of_ShortPassphrase_IsRefused(string passphrase) => Assert.Throws<FormatException>(() => PassphraseHash.Of(passphrase));
}
