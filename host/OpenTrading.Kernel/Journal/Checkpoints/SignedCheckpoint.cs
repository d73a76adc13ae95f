using System.Text.Json;

namespace OpenTrading.Kernel.Journal.Checkpoints;

/// <summary>A checkpoint and who vouches for it.</summary>
/// <param name="Checkpoint">What is signed.</param>
/// <param name="KeyId">SHA-256 of the public key, 64 lower-case hex digits.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256: r then s, 64 bytes in base64.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string KeyId, string Signature)
{
    /// <summary>The line of <c>checkpoints.jsonl</c>, without its end.</summary>
    public byte[] ToLine() => CanonicalJson.Write(new JournalPayload { ["checkpoint"] = Checkpoint.ToPayload(), ["keyId"] = KeyId, ["sig"] = Signature });

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is no signed checkpoint in canonical form.</exception>
    public static SignedCheckpoint Read(ReadOnlySpan<byte> line)
    {
        JsonElement root = CanonicalJson.Read(line);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("checkpoint", out JsonElement checkpoint) && checkpoint.ValueKind == JsonValueKind.Object
            && root.Text("keyId") is { } keyId && root.Text("sig") is { } signature
                ? new SignedCheckpoint(Checkpoint.Read(checkpoint), keyId, signature)
                : throw new FormatException("it is no signed checkpoint");
    }
}
