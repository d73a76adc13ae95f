using System.Buffers;
using System.Text;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Tests.Protocol;

public class IncomingMessageTests
{
    [Theory]
    [InlineData("", "no JSON object")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("{\"a\":1", "no JSON object")]
    [InlineData("{\"a\":1}x", "no JSON object")]
    [InlineData("{\"a\":1,\"a\":2}", "a key stands twice")]
    [InlineData("{\"a\":{\"b\":1,\"b\":1}}", "a key stands twice")]
    [InlineData("{\"a\":1e5}", "a number has an exponent")]
    [InlineData("{\"a\":[[1E-5]]}", "a number has an exponent")]
    [InlineData("{\"a\":NaN}", "no JSON object")]
    [InlineData("{\"a\":[[[[1]]]]}", "no JSON object")]
    [InlineData("{'a':1}", "no JSON object")]
    public void Read_WrongForm_IsRefused(string line, string why) =>
        Assert.Contains(why, Assert.Throws<ProtocolException>(() => Read(Encoding.UTF8.GetBytes(line))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    public void Read_NotUtf8_IsRefused(byte[] bad)
    {
        byte[] line = [.. "{\"a\":\""u8, .. bad, .. "\"}"u8];

        Assert.Equal("a line is not UTF-8", Assert.Throws<ProtocolException>(() => Read(line)).Message);
    }

    [Fact]
    public void Read_Answer_HasItsNumberAndExactFields()
    {
        using IncomingMessage message = Read("{\"id\":9007199254740993,\"ok\":true,\"price\":1.085000000000000001,\"time\":1700000000000}"u8.ToArray());

        Assert.Equal(9007199254740993, message.Id);
        Assert.Equal("", message.Type);
        Assert.True(message.Root.Flag("ok"));
        Assert.Equal(1.085000000000000001m, message.Root.Number("price"));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), message.Root.Time("time"));
    }

    [Theory]
    [InlineData("{\"id\":\"1\"}")]
    [InlineData("{\"id\":1.5}")]
    [InlineData("{\"type\":1}")]
    [InlineData("{}")]
    public void Read_NeitherNumberNorType_HasNone(string line)
    {
        using IncomingMessage message = Read(Encoding.UTF8.GetBytes(line));

        Assert.Null(message.Id);
        Assert.Equal("", message.Type);
    }

    [Theory]
    [InlineData("{\"price\":\"1.5\"}")]
    [InlineData("{\"price\":true}")]
    [InlineData("{\"price\":100000000000000000000000000000}")]
    [InlineData("{}")]
    public void Number_OfAnotherKind_BreaksTheProtocol(string line)
    {
        using IncomingMessage message = Read(Encoding.UTF8.GetBytes(line));

        Assert.Contains("'price'", Assert.Throws<ProtocolException>(() => message.Root.Number("price")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4_102_444_800_001)]
    public void Time_OfNoMarket_BreaksTheProtocol(long milliseconds) => Assert.Throws<ProtocolException>(() => UnixTime.From(milliseconds));

    private static IncomingMessage Read(byte[] line) => IncomingMessage.Read(new ReadOnlySequence<byte>(line));
}
