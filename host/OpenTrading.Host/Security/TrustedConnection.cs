using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Security;

/// <summary>Connections of this program to a host of this program: straight, without proxies, redirects or cookies, for all of these would see the token.</summary>
internal static class TrustedConnection
{
    /// <summary>To the host of a home. Exactly the certificate of that home is trusted, whoever signed it and whatever names stand in it.</summary>
    public static SocketsHttpHandler ToHome(HomeFolder home) => To(shown =>
    {
        using X509Certificate2? own = TlsCertificate.Read(home);
        return own is not null && own.RawData.AsSpan().SequenceEqual(shown.GetRawCertData());
    });

    /// <summary>To a host elsewhere.</summary>
    /// <param name="fingerprint">SHA-256 of the one certificate to trust, in hex; null to trust those that the machine trusts.</param>
    public static SocketsHttpHandler ToHost(string? fingerprint) => fingerprint is null ? To(null)
        : To(shown => SecretDigest.AreEqual(Convert.ToHexStringLower(SHA256.HashData(shown.GetRawCertData())), fingerprint));

    private static SocketsHttpHandler To(Func<X509Certificate, bool>? trusts)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        if (trusts is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && trusts(shown);
        }

        return handler;
    }
}
