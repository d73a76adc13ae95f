using System.Security.Cryptography.X509Certificates;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Tests.Security;

public sealed class TlsCertificateTests : IDisposable
{
    private readonly SecurityBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Create_Names_AreThoseOfTheCertificateAndTheKeyIsPrivate()
    {
        using X509Certificate2 made = TlsCertificate.Create(_bench.Home, ["desk.example", "127.0.0.1", "[::1]", "DESK.example"], _bench.Clock.GetUtcNow());
        using X509Certificate2 loaded = TlsCertificate.Load(_bench.Home);

        Assert.Equal(TlsCertificate.Fingerprint(made), TlsCertificate.Fingerprint(loaded));
        Assert.True(loaded.HasPrivateKey);
        var names = loaded.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(["desk.example"], names.EnumerateDnsNames());
        Assert.Equal(["127.0.0.1", "::1"], names.EnumerateIPAddresses().Select(a => a.ToString()));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_bench.Home.Keys, "tls.key")));
        }
    }

    [Fact]
    public void Load_NoPair_SaysWhatToDo() => Assert.Contains("opentrading tls new", Assert.Throws<HomeException>(() => TlsCertificate.Load(_bench.Home)).Message, StringComparison.Ordinal);
}
