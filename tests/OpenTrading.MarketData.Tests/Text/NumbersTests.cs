using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.MarketData.Text;

namespace OpenTrading.MarketData.Tests.Text;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("1.31927", 1.31927, 5)]
    [InlineData("0.00100", 0.001, 5)]
    [InlineData("-12", -12, 0)]
    [InlineData("+1.5", 1.5, 1)]
    [InlineData("5.", 5, 0)]
    [InlineData(".5", 0.5, 1)]
    [InlineData("1e-5", 1e-5, 0)]
    [InlineData("9007199254740993", 9007199254740993d, 0)]
    [InlineData("0.1234567890123456789", 0.1234567890123456789, 19)]
    [InlineData("NaN", double.NaN, 0)]
    public void TryParse_Number_GivesNearestDoubleAndDecimals(string text, double value, int decimals)
    {
        Assert.True(Numbers.TryParse(Encoding.UTF8.GetBytes(text), out double parsed, out int printed));
        Assert.Equal((value, decimals), (parsed, printed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1,2")]
    [InlineData("0x10")]
    [InlineData("1.2 3")]
    [InlineData("--1")]
    public void TryParse_NoNumber_IsRefused(string text) => Assert.False(Numbers.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Fact]
    public void TryParse_AnyPrintedDecimal_EqualsFrameworkParse() =>
        Prop.ForAll<long, byte>((mantissa, decimals) => SameAsFramework(Print(mantissa, decimals % 19))).Check(Seeded(2000));

    [Fact]
    public void TryParse_AnyDouble_EqualsFrameworkParse() =>
        Prop.ForAll<double>(value => SameAsFramework(value.ToString("R", CultureInfo.InvariantCulture))).Check(Seeded(2000));

    [Fact]
    public void TryParse_PricesOfEveryLength_EqualFrameworkParse()
    {
        var random = new Random(20070101);
        for (int i = 0; i < 20_000; i++)
        {
            Assert.True(SameAsFramework(Print(random.NextInt64() >> random.Next(60), random.Next(19))));
        }
    }

    private static bool SameAsFramework(string text) =>
        Numbers.TryParse(Encoding.UTF8.GetBytes(text), out double parsed, out _)
        && BitConverter.DoubleToInt64Bits(parsed) == BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture));

    private static string Print(long mantissa, int decimals)
    {
        string digits = Int128.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string sign = mantissa < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    private static Config Seeded(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20070101, 21);
}
