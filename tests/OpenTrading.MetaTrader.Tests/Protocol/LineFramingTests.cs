using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Tests.Protocol;

public class LineFramingTests
{
    [Fact]
    public void TryTake_TwoLinesAndAHalf_TakesTwo()
    {
        var buffer = new ReadOnlySequence<byte>("one\ntwo\nthr"u8.ToArray());

        Assert.True(LineFraming.TryTake(ref buffer, out ReadOnlySequence<byte> first));
        Assert.True(LineFraming.TryTake(ref buffer, out ReadOnlySequence<byte> second));
        Assert.False(LineFraming.TryTake(ref buffer, out _));
        Assert.Equal("one", Encoding.UTF8.GetString(first));
        Assert.Equal("two", Encoding.UTF8.GetString(second));
        Assert.Equal("thr", Encoding.UTF8.GetString(buffer));
    }

    [Theory]
    [InlineData(LineFraming.Limit - 1, true)]
    [InlineData(LineFraming.Limit, false)]
    public void TryTake_LineAtTheLimit_CountsItsLineFeed(int length, bool isTaken)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'x', length), (byte)'\n'];
        var buffer = new ReadOnlySequence<byte>(bytes);

        if (isTaken)
        {
            Assert.True(LineFraming.TryTake(ref buffer, out ReadOnlySequence<byte> line));
            Assert.Equal(length, line.Length);
        }
        else
        {
            Assert.Throws<ProtocolException>(() => LineFraming.TryTake(ref buffer, out _));
        }
    }

    [Fact]
    public void TryTake_TooLongWithoutEnd_IsRefusedBeforeItsEnd()
    {
        var buffer = new ReadOnlySequence<byte>(new byte[LineFraming.Limit]);

        Assert.Throws<ProtocolException>(() => LineFraming.TryTake(ref buffer, out _));
    }

    [Fact]
    public void TryTake_CutAnywhere_GivesTheSameLines() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        cuts =>
        {
            byte[] bytes = "{\"a\":1}\n\n{\"b\":\"x\"}\n"u8.ToArray();
            ReadOnlySequence<byte> buffer = Pieces.Of(bytes, cuts);
            List<string> lines = [];
            while (LineFraming.TryTake(ref buffer, out ReadOnlySequence<byte> line))
            {
                lines.Add(Encoding.UTF8.GetString(line));
            }

            return lines.SequenceEqual(["{\"a\":1}", "", "{\"b\":\"x\"}"]);
        }).QuickCheckThrowOnFailure();
}
