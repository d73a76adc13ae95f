using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Lower-case hex SHA-256 of a tag, one zero byte and canonical bytes. The tag says what the bytes mean, so that no hash of one kind can
/// pass for another.
/// </summary>
public static class CanonicalHash
{
    public const string AuditTag = "opentrading:audit:v1";
    public const string ConfigTag = "opentrading:config:v1";
    public const string KillTag = "opentrading:kill:v1";
    public const string OrderTag = "opentrading:order:v1";
    public const string ProposalTag = "opentrading:proposal:v1";

    public static string Of(string tag, ReadOnlySpan<byte> canonical)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(tag), 0, .. canonical]));
    }

    public static string Of(string tag, JournalPayload payload) => Of(tag, payload, redacts: false);

    /// <summary>Hash over a payload as the journal holds it. A hash over a passphrase would let anybody who reads it try passphrases at leisure.</summary>
    internal static string OfRedacted(string tag, JournalPayload payload) => Of(tag, payload, redacts: true);

    private static string Of(string tag, JournalPayload payload, bool redacts)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        ArgumentNullException.ThrowIfNull(payload);
        var writer = new CanonicalWriter(redacts);
        writer.Raw(Encoding.ASCII.GetBytes(tag));
        writer.Raw([0]);
        writer.Object(payload, depth: 1);
        return Convert.ToHexStringLower(SHA256.HashData(writer.Written));
    }
}
