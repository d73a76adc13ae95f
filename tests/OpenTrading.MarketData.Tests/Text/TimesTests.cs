using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.MarketData.Text;

namespace OpenTrading.MarketData.Tests.Text;

public sealed class TimesTests
{
    [Theory]
    [InlineData("2007-01-01", "2007-01-01T00:00:00.0000000", false)]
    [InlineData("2007/01/01 21:00", "2007-01-01T21:00:00.0000000", false)]
    [InlineData("2007.01.01 21:00:05.25", "2007-01-01T21:00:05.2500000", false)]
    [InlineData("20070101 210005", "2007-01-01T21:00:05.0000000", false)]
    [InlineData("20070101210005", "2007-01-01T21:00:05.0000000", false)]
    [InlineData("200701012100", "2007-01-01T21:00:00.0000000", false)]
    [InlineData("20070101", "2007-01-01T00:00:00.0000000", false)]
    [InlineData("2007-01-01T21:00:05.123456789Z", "2007-01-01T21:00:05.1234567", true)]
    [InlineData("2007-01-01 21:00+0530", "2007-01-01T15:30:00.0000000", true)]
    [InlineData("2007-01-01 21:00-05", "2007-01-02T02:00:00.0000000", true)]
    [InlineData("1167685200", "2007-01-01T21:00:00.0000000", true)]
    [InlineData("1167685200123", "2007-01-01T21:00:00.1230000", true)]
    [InlineData("883699200000", "1998-01-02T00:00:00.0000000", true)]
    public void TryParse_Time_IsRead(string text, string expected, bool isUtc)
    {
        Assert.True(Times.TryParse(Encoding.UTF8.GetBytes(text), out long ticks, out bool saysUtc));
        Assert.Equal(expected, new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Assert.Equal(isUtc, saysUtc);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2007-02-29")]
    [InlineData("2007-00-01")]
    [InlineData("2007-01.01")]
    [InlineData("0000-01-01")]
    [InlineData("2007-01-01 24:00")]
    [InlineData("2007-01-01 21:60")]
    [InlineData("2007-01-01 21:00:60")]
    [InlineData("2007-01-01 21")]
    [InlineData("2007-01-01 21:0")]
    [InlineData("2007-01-01 21:00:00.")]
    [InlineData("2007-01-01 21:00:00x")]
    [InlineData("2007-01-01 21:00+1")]
    [InlineData("2007-01-01 21:00ZZ")]
    [InlineData("2007-01-01x21:00")]
    [InlineData("0001-01-01 00:00+05")]
    [InlineData("01/02/2007")]
    public void TryParse_NoTime_IsRefused(string text) => Assert.False(Times.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm")]
    [InlineData("yyyy.MM.dd HH:mm:ss")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fff")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fffffff")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ")]
    [InlineData("yyyyMMdd HHmmss")]
    public void TryParse_AnyPrintedTime_EqualsFrameworkParse(string format) => Prop.ForAll<DateTime>(time =>
    {
        string text = time.ToString(format, CultureInfo.InvariantCulture);
        long expected = DateTime.ParseExact(text, format.Replace("Z", "'Z'", StringComparison.Ordinal), CultureInfo.InvariantCulture).Ticks;
        return Times.TryParse(Encoding.UTF8.GetBytes(text), out long ticks, out _) && ticks == expected;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20070101, 21));

    [Fact]
    public void TryParse_AnyBytes_NeverThrows() => Prop.ForAll<byte[]>(bytes =>
    {
        bool time = Times.TryParse(bytes, out long ticks, out _);
        bool number = Numbers.TryParse(bytes, out _, out int decimals);
        return (!time || ticks >= 0) && (!number || decimals < bytes.Length);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20070101, 21));
}
