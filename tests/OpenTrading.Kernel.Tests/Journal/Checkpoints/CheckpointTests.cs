using System.Security.Cryptography;
using System.Text;
using OpenTrading.Kernel.Journal.Checkpoints;

namespace OpenTrading.Kernel.Tests.Journal.Checkpoints;

public sealed class CheckpointTests
{
    private const string Canonical =
        """{"origin":"opentrading:checkpoint:v1","root":"5f92bdbce9439426087c4cb5207ec8553d04d0d238a638fecefcd0e746add9b4","size":3,"time":"2026-01-05T08:00:03.000Z"}""";

    private const string Signature = "4wzOYeLJSSEj1RJPB9fiIVmVYIJBP7jBQoxrliYc2YvQl7roDgicvXgeh1tdBGg56Wab8VpYBlo2D2LBzYdwcw==";
    private const string PublicKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEKnI0tYxCuNDceIHMd5LpIJL3/N86g7lqoM+TeFNIRdiNezcaMb28mWvt7ODqGaT1xddAUu/PrZg1p1zY2KcSqg==";

    private static readonly Checkpoint Golden =
        new("5f92bdbce9439426087c4cb5207ec8553d04d0d238a638fecefcd0e746add9b4", 3, new DateTime(2026, 1, 5, 8, 0, 3, DateTimeKind.Utc));

    [Fact]
    public void ToBytes_Golden_AsStated() => Assert.Equal(Canonical, Encoding.UTF8.GetString(Golden.ToBytes()));

    [Fact]
    public void Verify_GoldenSignature_HoldsAndNoOtherDoes()
    {
        using ECDsa key = CheckpointKey.ReadPublic(PublicKey);
        var golden = new SignedCheckpoint(Golden, CheckpointKey.IdOf(key), Signature);

        Assert.True(CheckpointKey.Verify(key, golden));
        for (int bit = 0; bit < 512; bit++)
        {
            byte[] flipped = Convert.FromBase64String(Signature);
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(CheckpointKey.Verify(key, golden with { Signature = Convert.ToBase64String(flipped) }));
        }

        Assert.False(CheckpointKey.Verify(key, golden with { Checkpoint = Golden with { Size = 4 } }));
        Assert.False(CheckpointKey.Verify(key, golden with { Signature = "no base64" }));
    }

    [Fact]
    public void Read_WhatToLineWrote_IsTheSame()
    {
        var golden = new SignedCheckpoint(Golden, "k", Signature);

        Assert.Equal(golden, SignedCheckpoint.Read(golden.ToLine()));
        Assert.Equal($$"""{"checkpoint":{{Canonical}},"keyId":"k","sig":"{{Signature}}"}""", Encoding.UTF8.GetString(golden.ToLine()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"checkpoint":{"origin":"other","root":"00","size":3,"time":"2026-01-05T08:00:03.000Z"},"keyId":"k","sig":"s"}""")]
    [InlineData("""{"checkpoint":{}, "keyId":"k","sig":"s"}""")]
    public void Read_SomethingElse_IsRefused(string line) => Assert.Throws<FormatException>(() => SignedCheckpoint.Read(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void Open_Twice_SameKeyPrivateFileAndPublicCopy()
    {
        using var folder = new TestFolder();
        SignedCheckpoint first;
        using (CheckpointKey key = CheckpointKey.Open(folder.Root))
        {
            first = key.Sign(Golden);
        }

        using CheckpointKey again = CheckpointKey.Open(folder.Root);
        using ECDsa copy = CheckpointKey.ReadPublic(File.ReadAllText(folder[CheckpointKey.PublicFile]));

        Assert.Equal(first.KeyId, again.Id);
        Assert.True(CheckpointKey.Verify(copy, first));
        Assert.True(CheckpointKey.Verify(copy, again.Sign(Golden with { Size = 4 })));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["audit.key"]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void ReadPublic_NoKey_IsRefused(string text) => Assert.Throws<FormatException>(() => CheckpointKey.ReadPublic(text));
}
