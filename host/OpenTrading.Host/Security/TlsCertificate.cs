using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Security;

/// <summary>The certificate of the HTTP faces: <c>keys/tls.crt</c> and <c>keys/tls.key</c>, one's own or made by <c>opentrading tls new</c>.</summary>
internal static class TlsCertificate
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(825);

    public static string FileOf(HomeFolder home) => Path.Combine(home.Keys, "tls.crt");

    private static string KeyOf(HomeFolder home) => Path.Combine(home.Keys, "tls.key");

    /// <summary>Lower-case hex SHA-256 of a certificate: what a person compares before trusting it.</summary>
    public static string Fingerprint(X509Certificate2 certificate) => Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));

    /// <summary>Makes a self-signed certificate for these names and addresses, in place of the one that is there.</summary>
    public static X509Certificate2 Create(HomeFolder home, IEnumerable<string> names, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=OpenTrading", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (string name in names.Select(n => n.Trim('[', ']')).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(name, out IPAddress? address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        X509Certificate2 certificate = request.CreateSelfSigned(now.AddHours(-1), now + Validity);
        AtomicFile.WritePrivate(KeyOf(home), Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        AtomicFile.Write(FileOf(home), Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"));
        return certificate;
    }

    /// <summary>The certificate without its key; null when there is none.</summary>
    public static X509Certificate2? Read(HomeFolder home) => File.Exists(FileOf(home)) ? X509CertificateLoader.LoadCertificateFromFile(FileOf(home)) : null;

    /// <summary>The certificate with its key.</summary>
    /// <exception cref="HomeException">They are missing or do not fit together.</exception>
    public static X509Certificate2 Load(HomeFolder home)
    {
        try
        {
            using X509Certificate2 pem = X509Certificate2.CreateFromPemFile(FileOf(home), KeyOf(home));

            // Windows cannot serve with a key that lives in memory alone; the detour over PKCS 12 gives it a home.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
        }
        catch (Exception e) when (e is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw new HomeException($"{FileOf(home)}: certificate and key cannot be used ({e.Message.Split('\n')[0]}); make a pair with 'opentrading tls new'.");
        }
    }
}
