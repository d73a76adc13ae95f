using System.Security.Cryptography;
using System.Text;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Journal.Checkpoints;

/// <summary>The key that checkpoints are signed with: private in <c>audit.key</c>, public beside it in <c>audit.pub</c>, to be kept where this machine cannot write.</summary>
public sealed class CheckpointKey : IDisposable
{
    /// <summary>File of the public part.</summary>
    public const string PublicFile = "audit.pub";

    private const string PrivateFile = "audit.key";
    private readonly ECDsa _key;

    private CheckpointKey(ECDsa key) => (_key, Id) = (key, IdOf(key));

    /// <summary>SHA-256 of the public key, 64 lower-case hex digits.</summary>
    public string Id { get; }

    /// <summary>Opens the key of a folder, or makes it.</summary>
    /// <exception cref="JournalException">The file holds no key.</exception>
    public static CheckpointKey Open(string folder)
    {
        string file = Path.Combine(folder, PrivateFile);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            if (File.Exists(file))
            {
                key.ImportFromPem(File.ReadAllText(file));
            }
            else
            {
                AtomicFile.WritePrivate(file, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            }

            AtomicFile.Write(Path.Combine(folder, PublicFile), Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"));
            return new CheckpointKey(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new JournalException($"{file} holds no ECDSA P-256 key. Put a copy of it back; without it, move it away, and checkpoints go on under a new key.", e);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Reads a public key: PEM, or the bare base64 of its SubjectPublicKeyInfo.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static ECDsa ReadPublic(string text)
    {
        var key = ECDsa.Create();
        try
        {
            if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            {
                key.ImportFromPem(text);
            }
            else
            {
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text.Trim()), out _);
            }

            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            key.Dispose();
            throw new FormatException($"it holds no public key; name a copy of the home's keys/{PublicFile}", e);
        }
    }

    /// <summary>Name of a public key.</summary>
    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Whether a checkpoint was signed with the private part of a key.</summary>
    public static bool Verify(ECDsa key, SignedCheckpoint checkpoint)
    {
        var signature = new byte[64];
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out int length) && length == signature.Length
            && key.VerifyData(checkpoint.Checkpoint.ToBytes(), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Signs a checkpoint.</summary>
    public SignedCheckpoint Sign(Checkpoint checkpoint) => new(
        checkpoint, Id, Convert.ToBase64String(_key.SignData(checkpoint.ToBytes(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
