using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Kernel.Journal.Merkle;

namespace OpenTrading.Kernel.Tests.Journal.Merkle;

public sealed class MerkleTreeTests
{
    // The leaves and roots by which implementations of RFC 6962 are compared (Certificate Transparency's reference test).
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_NoLeaves_IsTheHashOfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hex(new MerkleTree().Root()));

    [Fact]
    public void Root_KnownLeaves_KnownRoots()
    {
        var tree = new MerkleTree();
        foreach ((string leaf, string root) in Leaves.Zip(Roots))
        {
            tree.Append(Convert.FromHexString(leaf));
            Assert.Equal(root, Hex(tree.Root()));
        }

        Assert.Equal(Roots, Enumerable.Range(1, 8).Select(size => Hex(View(tree).Root(size))));
    }

    // RISK.md's golden journal of three records.
    [Fact]
    public void Proofs_GoldenRecords_AsStated()
    {
        string[] hashes =
        [
            "92baf993efdcbd3ca979a334bd112ad671cd8d1726d9a739efb5ca52e51c0ec9",
            "e697fedfadc0e233201341e2181ea1718a1b83a514314ad94d781a4f886052a7",
            "05eed211b76f76b4f5f37b4f2cd8c3663d1d1a217ec2668a2b639c61ec59cabb",
        ];
        var tree = new MerkleTree();
        foreach (string hash in hashes)
        {
            tree.Append(Convert.FromHexString(hash));
        }

        MerkleView view = tree.View((first, count) => [.. hashes.Skip((int)first).Take(count).Select(Convert.FromHexString)]);

        Assert.Equal("b2bb3199bab77b9cb166f1a705acf500b13aca0e24ff5309d2569441a15d496e", Hex(view.Root(2)));
        Assert.Equal("5f92bdbce9439426087c4cb5207ec8553d04d0d238a638fecefcd0e746add9b4", Hex(tree.Root()));
        Assert.Equal([Hex(view.Leaf(1)), Hex(view.Leaf(2))], view.Inclusion(0, 3).Select(Hex));
        Assert.Equal([Hex(view.Leaf(2))], view.Consistency(2, 3).Select(Hex));
    }

    [Fact]
    public void Proofs_AnyLeafOfAnySize_AreAcceptedByAStrangerAndNoOthersAre()
    {
        const int Most = 3 * MerkleTree.BlockSize;
        byte[][] contents = [.. Enumerable.Range(0, Most).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))];
        var tree = new MerkleTree();
        byte[][] roots = [tree.Root(), .. contents.Select(c => Grown(tree, c))];
        MerkleView view = tree.View((first, count) => [.. contents.Skip((int)first).Take(count)]);
        Gen<(int Index, int Size)> places = Gen.Choose(1, Most).SelectMany(size => Gen.Choose(0, size - 1).Select(index => (index, size)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260105, 1), Prop.ForAll(places.ToArbitrary(), place =>
        {
            byte[] leaf = view.Leaf(place.Index);
            IReadOnlyList<byte[]> path = view.Inclusion(place.Index, place.Size);
            IReadOnlyList<byte[]> growth = view.Consistency(place.Index + 1, place.Size);
            byte[] wrong = [.. roots[place.Size]];
            wrong[place.Index % 32] ^= 1;
            return MerkleProof.Includes(leaf, place.Index, place.Size, path, roots[place.Size])
                && !MerkleProof.Includes(leaf, place.Index, place.Size, path, wrong)
                && MerkleProof.IsConsistent(place.Index + 1, roots[place.Index + 1], place.Size, roots[place.Size], growth)
                && !MerkleProof.IsConsistent(place.Index + 1, roots[place.Index + 1], place.Size, wrong, growth)
                && view.Root(place.Size).AsSpan().SequenceEqual(roots[place.Size]);
        }));
    }

    [Fact]
    public void Inclusion_OfManyBlocks_ReadsOnlyTheBlockOfItsLeaf()
    {
        var tree = new MerkleTree();
        for (int i = 0; i < 5 * MerkleTree.BlockSize; i++)
        {
            tree.Append([(byte)i]);
        }

        var read = new List<(long First, int Count)>();
        tree.View((first, count) =>
        {
            read.Add((first, count));
            return [.. Enumerable.Range((int)first, count).Select(i => new[] { (byte)i })];
        }).Inclusion(3000, tree.Size);

        Assert.Equal([(2048L, 1024)], read);
    }

    private static byte[] Grown(MerkleTree tree, byte[] content)
    {
        tree.Append(content);
        return tree.Root();
    }

    private static MerkleView View(MerkleTree tree) => tree.View((first, count) => [.. Leaves.Skip((int)first).Take(count).Select(Convert.FromHexString)]);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
