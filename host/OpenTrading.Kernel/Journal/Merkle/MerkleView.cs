namespace OpenTrading.Kernel.Journal.Merkle;

/// <summary>A tree at one size, and its proofs (RFC 6962, sections 2.1.1 and 2.1.2).</summary>
public sealed class MerkleView
{
    private readonly byte[][] _blocks;
    private readonly Func<long, int, IReadOnlyList<byte[]>> _read;
    private readonly Dictionary<long, byte[][]> _leaves = [];

    internal MerkleView(byte[][] blocks, long size, Func<long, int, IReadOnlyList<byte[]>> read) => (_blocks, Size, _read) = (blocks, size, read);

    /// <summary>Leaves.</summary>
    public long Size { get; }

    /// <summary>Hash of a leaf.</summary>
    /// <param name="index">From 0.</param>
    public byte[] Leaf(long index) => Hash(index, 1);

    /// <summary>Hash of the first leaves.</summary>
    public byte[] Root(long size)
    {
        Require(size);
        return size == 0 ? MerkleHash.Empty : Hash(0, size);
    }

    /// <summary>The hashes that lead from a leaf to the root of the first leaves, nearest first.</summary>
    /// <param name="index">Leaf, from 0.</param>
    /// <param name="size">How many of the first leaves the root is over.</param>
    public IReadOnlyList<byte[]> Inclusion(long index, long size)
    {
        Require(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        long start = 0;
        while (size > 1)
        {
            long left = MerkleHash.Split(size);
            if (index - start < left)
            {
                path.Add(Hash(start + left, size - left));
                size = left;
            }
            else
            {
                path.Add(Hash(start, left));
                start += left;
                size -= left;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>The hashes that prove that the tree of a later size grew out of that of an earlier one.</summary>
    public IReadOnlyList<byte[]> Consistency(long earlier, long later)
    {
        Require(later);
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, later);
        var path = new List<byte[]>();
        Consistency(earlier, 0, later, isWhole: true, path);
        return path;
    }

    private void Consistency(long earlier, long start, long count, bool isWhole, List<byte[]> path)
    {
        if (earlier == count)
        {
            // The earlier root is known to who asks; a subtree of it is not.
            if (!isWhole)
            {
                path.Add(Hash(start, count));
            }

            return;
        }

        long left = MerkleHash.Split(count);
        if (earlier <= left)
        {
            Consistency(earlier, start, left, isWhole, path);
            path.Add(Hash(start + left, count - left));
        }
        else
        {
            Consistency(earlier - left, start + left, count - left, isWhole: false, path);
            path.Add(Hash(start, left));
        }
    }

    private void Require(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
    }

    // Ranges come from splits, so one of at most a block's length lies within one block.
    private byte[] Hash(long start, long count)
    {
        (long block, long offset) = Math.DivRem(start, MerkleTree.BlockSize);
        if (count > MerkleTree.BlockSize)
        {
            long left = MerkleHash.Split(count);
            return MerkleHash.Node(Hash(start, left), Hash(start + left, count - left));
        }

        return count == MerkleTree.BlockSize && block < _blocks.Length ? _blocks[block] : Fold(Leaves(block).AsSpan((int)offset, (int)count));
    }

    private byte[][] Leaves(long block)
    {
        if (!_leaves.TryGetValue(block, out byte[][]? leaves))
        {
            long first = block * MerkleTree.BlockSize;
            leaves = [.. _read(first, (int)Math.Min(MerkleTree.BlockSize, Size - first)).Select(content => MerkleHash.Leaf(content))];
            _leaves.Add(block, leaves);
        }

        return leaves;
    }

    private static byte[] Fold(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        int left = (int)MerkleHash.Split(leaves.Length);
        return MerkleHash.Node(Fold(leaves[..left]), Fold(leaves[left..]));
    }
}
