using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Tests.Configuration.Toml;

public sealed class TomlValueTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+99", 99)]
    [InlineData("1_2_3", 123)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("0x7fff_ffff_ffff_ffff", long.MaxValue)]
    [InlineData("0o17", 15)]
    [InlineData("0b101", 5)]
    [InlineData("0x00ff", 255)]
    public void Read_Integer_IsExact(string text, long expected) => Assert.Equal(expected, Toml.Value<TomlInteger>(text).Value);

    [Theory]
    [InlineData("1_000.5", 1000.5)]
    [InlineData("6.626e-34", 6.626e-34)]
    [InlineData("1E+06", 1e6)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("+nan", double.NaN)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e-99999999999999999999", 0.0)]
    public void Read_Float_IsTheNearestDoubleAndKeepsItsText(string text, double expected)
    {
        TomlFloat number = Toml.Value<TomlFloat>(text);

        Assert.Equal(expected, number.Value);
        Assert.Equal(text, number.Text);
    }

    [Fact]
    public void Read_NegativeZero_KeepsItsSign() => Assert.True(double.IsNegative(Toml.Value<TomlFloat>("-0.0").Value));

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("-1_000.050", "-1000.050")]
    [InlineData("2.5e-3", "0.0025")]
    [InlineData("1.12345678901234567", "1.12345678901234567")]
    public void TryGetDecimal_Finite_TakesTheDigitsOfTheFile(string text, string expected)
    {
        Assert.True(Toml.Value<TomlFloat>(text).TryGetDecimal(out decimal value));
        Assert.Equal(expected, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("inf")]
    [InlineData("nan")]
    [InlineData("1e30")]
    public void TryGetDecimal_BeyondADecimal_ReturnsFalse(string text) =>
        Assert.False(Toml.Value<TomlFloat>(text).TryGetDecimal(out _));

    [Theory]
    [InlineData("2024-02-29T09:30:00Z", 0)]
    [InlineData("2024-02-29 09:30:00z", 0)]
    [InlineData("2024-02-29t09:30:00-05:30", -330)]
    [InlineData("2024-02-29T09:30:00+14:00", 840)]
    public void Read_OffsetDateTime_KeepsLocalTimeAndOffset(string text, int offsetMinutes)
    {
        DateTimeOffset value = Toml.Value<TomlOffsetDateTime>(text).Value;

        Assert.Equal(new DateTime(2024, 2, 29, 9, 30, 0), value.DateTime);
        Assert.Equal(TimeSpan.FromMinutes(offsetMinutes), value.Offset);
    }

    [Fact]
    public void Read_LocalDateTime_HasNoKind()
    {
        DateTime value = Toml.Value<TomlLocalDateTime>("9999-12-31T23:59:59.999999999").Value;

        Assert.Equal(DateTime.MaxValue.Ticks, value.Ticks);
        Assert.Equal(DateTimeKind.Unspecified, value.Kind);
    }

    [Theory]
    [InlineData("17:45:00.5", 5_000_000)]
    [InlineData("17:45:00.0000001", 1)]
    [InlineData("17:45:00.00000019", 1)]
    public void Read_LocalTime_CutsFractionsAtTheTick(string text, long ticks) =>
        Assert.Equal(new TimeOnly(17, 45).Add(TimeSpan.FromTicks(ticks)), Toml.Value<TomlLocalTime>(text).Value);

    [Fact]
    public void Read_DateFollowedByComment_IsADate() =>
        Assert.Equal(new DateOnly(1, 1, 1), Toml.Value<TomlLocalDate>("0001-01-01 # 10:00:00").Value);

    [Theory]
    [InlineData("\"\\b\\t\\n\\f\\r\\\"\\\\\\u20AC\\U0001F4C8\"", "\b\t\n\f\r\"\\€📈")]
    [InlineData("'C:\\data'", "C:\\data")]
    [InlineData("\"\"\"\r\na\r\nb\"\"\"", "a\nb")]
    [InlineData("'''a\r\nb'''", "a\nb")]
    [InlineData("\"\"\"a\\\r\n \t\n  b\"\"\"", "ab")]
    [InlineData("\"\"\"\"\"a\"\"\"\"\"", "\"\"a\"\"")]
    [InlineData("''''''", "")]
    public void Read_String_MeansItsContent(string text, string expected) => Assert.Equal(expected, Toml.Value<TomlString>(text).Value);
}
