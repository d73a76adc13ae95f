using System.Security.Cryptography;

namespace OpenTrading.Kernel.Tests.Journal.Merkle;

/// <summary>Checks proofs as a client that trusts nobody would: the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2.</summary>
internal static class MerkleProof
{
    public static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        (long fn, long sn, byte[] r) = (index, size - 1, leaf);
        foreach (byte[] p in path)
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                r = Node(p, r);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                r = Node(r, p);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && r.AsSpan().SequenceEqual(root);
    }

    public static bool IsConsistent(long earlier, byte[] earlierRoot, long later, byte[] laterRoot, IReadOnlyList<byte[]> path)
    {
        if (earlier == later)
        {
            return path.Count == 0 && earlierRoot.AsSpan().SequenceEqual(laterRoot);
        }

        List<byte[]> proof = [.. (earlier & (earlier - 1)) == 0 ? [earlierRoot] : Array.Empty<byte[]>(), .. path];
        (long fn, long sn) = (earlier - 1, later - 1);
        while ((fn & 1) == 1)
        {
            (fn, sn) = (fn >> 1, sn >> 1);
        }

        (byte[] fr, byte[] sr) = (proof[0], proof[0]);
        foreach (byte[] c in proof.Skip(1))
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (Node(c, fr), Node(c, sr));
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                sr = Node(sr, c);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && fr.AsSpan().SequenceEqual(earlierRoot) && sr.AsSpan().SequenceEqual(laterRoot);
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
