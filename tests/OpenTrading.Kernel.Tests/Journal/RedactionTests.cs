using System.Security.Cryptography;
using System.Text;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("oldPassWord")]
    [InlineData("PASSPHRASE")]
    [InlineData("clientSecret")]
    [InlineData("access_token")]
    [InlineData("totp")]
    [InlineData("Authorization")]
    [InlineData("Set-Cookie")]
    [InlineData("TAVILY_API_KEY")]
    public void Append_SecretName_IsRedactedAtAnyDepth(string name)
    {
        var payload = new JournalPayload
        {
            [name] = 12345,
            ["list"] = new JournalArray { new JournalPayload { [name] = new JournalPayload { ["inner"] = "12345" } } },
        };

        var stored = Stored(payload);

        Assert.Equal("[redacted]", stored.Payload.GetProperty(name).GetString());
        Assert.Equal("[redacted]", stored.Payload.GetProperty("list")[0].GetProperty(name).GetString());
        Assert.DoesNotContain("12345", stored.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Append_NameThatOnlyResembles_IsKept() =>
        Assert.Equal("kept", Stored(new JournalPayload { ["passport"] = "kept" }).Payload.GetProperty("passport").GetString());

    [Theory]
    [InlineData(4096, false)]
    [InlineData(4097, true)]
    public void Append_LongText_IsCutWithLengthAndHash(int length, bool cut)
    {
        var text = new string('x', length);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        var stored = Stored(new JournalPayload { ["text"] = text }).Payload.GetProperty("text").GetString();

        Assert.Equal(cut ? $"{text[..4096]} [cut: length 4097, sha256 {digest}]" : text, stored);
    }

    [Fact]
    public void Append_SurrogatePairAtTheCut_IsNotSplit()
    {
        var text = new string('x', 4095) + "🛑 and more";

        var stored = Stored(new JournalPayload { ["text"] = text }).Payload.GetProperty("text").GetString();

        Assert.StartsWith(new string('x', 4095) + " [cut: length 4106,", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OrderHash_IsNotRedacted()
    {
        var secret = new JournalPayload { ["token"] = "a" };

        Assert.Equal("{\"token\":\"a\"}", Encoding.UTF8.GetString(CanonicalJson.Write(secret)));
    }

    private static JournalRecord Stored(JournalPayload payload)
    {
        using var folder = new TestFolder();
        using (var journal = folder.Open()) journal.Append("host", "test.note", payload, Durability.Durable);
        return Assert.Single(folder.Records());
    }
}
