using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Tests.Protocol;

public class TokenProofTests
{
    private const string ExpertNonce = "0123456789abcdef0123456789abcdef";
    private const string HostNonce = "fedcba9876543210fedcba9876543210";

    [Fact]
    public void Proofs_OfTheProtocolsExample_AreItsOwn()
    {
        var proof = new TokenProof("secret");

        Assert.Equal("ba0007f6243b7cb622b7fa9612346d7fc06115bbdd75895d19e828d4bef1cb57", proof.OfHost(ExpertNonce, HostNonce));
        Assert.Equal("92f48d61220ba667deb31e13f755f6f8d120ad7bc77886ca6cdfc44c6d5839e2", proof.OfExpert(HostNonce, ExpertNonce));
    }

    [Fact]
    public void IsOfExpert_OneCharacterOff_IsFalse()
    {
        var proof = new TokenProof("secret");
        string mac = proof.OfExpert(HostNonce, ExpertNonce);

        Assert.True(proof.IsOfExpert(mac, HostNonce, ExpertNonce));
        Assert.False(proof.IsOfExpert(mac[..^1] + (mac[^1] == '0' ? '1' : '0'), HostNonce, ExpertNonce));
        Assert.False(proof.IsOfExpert(mac.ToUpperInvariant(), HostNonce, ExpertNonce));
        Assert.False(proof.IsOfExpert("", HostNonce, ExpertNonce));
        Assert.False(new TokenProof("other").IsOfExpert(mac, HostNonce, ExpertNonce));
    }

    [Fact]
    public void NewNonce_Twice_DiffersAndHasTheForm()
    {
        string[] nonces = [TokenProof.NewNonce(), TokenProof.NewNonce()];

        Assert.All(nonces, nonce => Assert.True(TokenProof.IsNonce(nonce)));
        Assert.NotEqual(nonces[0], nonces[1]);
        Assert.False(TokenProof.IsNonce(nonces[0].ToUpperInvariant() + "A"));
    }
}
