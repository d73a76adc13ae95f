using System.Numerics;
using System.Security.Cryptography;

namespace OpenTrading.Kernel.Journal.Merkle;

/// <summary>Hashes of RFC 6962, section 2.1: leaves and nodes are told apart, so that none can pass for the other.</summary>
internal static class MerkleHash
{
    /// <summary>Hash of no leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> content) => SHA256.HashData([0, .. content]);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>Where a range of more than one leaf is split: the largest power of two below its length.</summary>
    public static long Split(long count) => (long)BitOperations.RoundUpToPowerOf2((ulong)count) / 2;
}
