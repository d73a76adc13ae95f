namespace OpenTrading.Kernel.Journal.Merkle;

/// <summary>
/// The growing hash tree over all records (RFC 6962). It keeps the hashes of complete blocks of leaves, 32 bytes for every 1,024 records, and
/// reads the leaves of a block again where a proof needs them.
/// </summary>
/// <threadsafety>Not safe; a <see cref="MerkleView"/> is.</threadsafety>
public sealed class MerkleTree
{
    /// <summary>Leaves of a block.</summary>
    public const int BlockSize = 1024;

    // Complete subtrees, largest first: one for every bit of the size.
    private readonly Stack<(byte[] Hash, long Count)> _complete = new();
    private readonly List<byte[]> _blocks = [];

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf.</summary>
    /// <param name="content">What the leaf stands for; a record by the 32 bytes of its hash.</param>
    public void Append(ReadOnlySpan<byte> content)
    {
        byte[] hash = MerkleHash.Leaf(content);
        long count = 1;
        while (_complete.TryPeek(out (byte[] Hash, long Count) left) && left.Count == count)
        {
            _complete.Pop();
            hash = MerkleHash.Node(left.Hash, hash);
            count *= 2;
            if (count == BlockSize)
            {
                _blocks.Add(hash);
            }
        }

        _complete.Push((hash, count));
        Size++;
    }

    /// <summary>Hash of the whole tree.</summary>
    public byte[] Root()
    {
        byte[]? root = null;
        foreach ((byte[] hash, _) in _complete)
        {
            root = root is null ? hash : MerkleHash.Node(hash, root);
        }

        return root ?? MerkleHash.Empty;
    }

    /// <summary>The tree as it is now, for proofs.</summary>
    /// <param name="read">Reads what leaves stand for: first leaf from 0, how many.</param>
    public MerkleView View(Func<long, int, IReadOnlyList<byte[]>> read) => new([.. _blocks], Size, read);
}
