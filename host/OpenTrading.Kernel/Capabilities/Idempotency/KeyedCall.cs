using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities.Idempotency;

/// <summary>A call under an idempotency key.</summary>
/// <param name="Actor">Who calls: keys are everybody's own.</param>
/// <param name="Capability">What is called.</param>
/// <param name="Key">The key.</param>
/// <param name="Hash">Over capability and arguments: equal for equal calls, lower-case hex.</param>
internal sealed partial record KeyedCall(string Actor, string Capability, string Key, string Hash)
{
    /// <summary>Whether a secret is among its arguments: a hash of that is kept nowhere.</summary>
    public required bool HasSecret { get; init; }

    /// <summary>Who and under which key, in 128 bits of a hash: what nobody can make two alike of.</summary>
    public UInt128 Id => IdOf(Actor, Key);

    /// <summary>The same of a call that a journal tells of.</summary>
    public static UInt128 IdOf(string actor, string key) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor}\n{key}")));

    /// <summary>The first 128 bits of a hash in hex.</summary>
    public static UInt128 Short(string hash) => UInt128.Parse(hash.AsSpan(0, 32), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Refuses a key that is none.</summary>
    /// <exception cref="CapabilityException">It is none.</exception>
    public void RequireKey()
    {
        if (!Form().IsMatch(Key))
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"idempotencyKey '{(Key.Length <= 64 ? Key : Key[..64])}' is none", "Use 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
    }

    /// <summary>The refusal of a key that stands for another call.</summary>
    public CapabilityException Conflict() => new(ErrorCode.Conflict, $"idempotencyKey '{Key}' was used for another call", "Use a new key for a new call.");

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex Form();
}
