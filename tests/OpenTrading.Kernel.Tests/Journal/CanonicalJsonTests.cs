using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Write_EveryKindOfValue_HasItsCanonicalForm()
    {
        decimal? none = null;
        var payload = new JournalPayload
        {
            ["text"] = "a",
            ["array"] = new JournalArray { 1, "x", true, JournalValue.Null, new JournalPayload() },
            ["count"] = -7,
            ["flag"] = false,
            ["id"] = 9007199254740993L,
            ["bigId"] = ulong.MaxValue,
            ["none"] = none,
            ["large"] = JournalValue.Number(9007199254740991),
            ["time"] = new DateTime(2026, 1, 5, 8, 0, 1, 250, DateTimeKind.Utc).AddTicks(9999),
            ["offset"] = new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.FromHours(2)),
            ["volume"] = 0.380m,
        };

        Assert.Equal(
            "{\"array\":[1,\"x\",true,null,{}],\"bigId\":\"18446744073709551615\",\"count\":-7,\"flag\":false,\"id\":\"9007199254740993\","
            + "\"large\":9007199254740991,\"none\":null,\"offset\":\"2026-01-05T08:00:00.000Z\",\"text\":\"a\","
            + "\"time\":\"2026-01-05T08:00:01.250Z\",\"volume\":\"0.38\"}",
            payload.ToString());
    }

    [Theory]
    [InlineData("0.50", "0.5")]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("100.00", "100")]
    [InlineData("-12.3400", "-12.34")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Write_Decimal_HasNeitherExponentNorSuperfluousZeros(string value, string expected)
    {
        JournalValue number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal($"\"{expected}\"", number.ToString());
    }

    [Fact]
    public void Write_ControlCharactersQuotesAndBackslash_AreEscapedAndNothingElse()
    {
        JournalValue text = "\"\\\b\t\n\f\r\u0000\u001f/\u007f\u00a0\u2028é€🛑";

        Assert.Equal("\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f/\u007f\u00a0\u2028é€🛑\"", text.ToString());
    }

    [Fact]
    public void Write_NamesBeyondTheBasicPlane_SortByUtf16CodeUnits()
    {
        // U+1F6D1 is D83D DED1 in UTF-16 and so precedes U+FB33, though its code point and UTF-8 bytes are larger.
        var payload = new JournalPayload { ["\ufb33"] = 1, ["🛑"] = 2, ["é"] = 3, ["b"] = 4, ["B"] = 5, [""] = 6 };

        Assert.Equal("{\"\":6,\"B\":5,\"b\":4,\"é\":3,\"🛑\":2,\"\ufb33\":1}", payload.ToString());
        Assert.True(CanonicalJson.IsCanonical(CanonicalJson.Write(payload), out _));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public void Write_NameGivenTwice_IsRefused(int members)
    {
        var payload = new JournalPayload();
        for (var i = 0; i < members; i++) payload["m" + (i * 7 % members)] = i;
        payload["m3"] = 0;

        var refusal = Assert.Throws<ArgumentException>(() => CanonicalJson.Write(payload));

        Assert.Contains("\"m3\" is given twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LoneSurrogate_IsRefused()
    {
        // No theory: an attribute's text is stored as UTF-8, which cannot carry these.
        foreach (var text in new[] { "\ud83d", "a\udc00b", "\ud83d\n\uded1" })
            Assert.Throws<ArgumentException>(() => CanonicalJson.Write(new JournalPayload { ["a"] = text }));
    }

    [Fact]
    public void Write_LocalTime_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new JournalPayload { ["at"] = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Local) });

    [Fact]
    public void Number_BeyondTheSafeRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => JournalValue.Number(1L << 53));
        Assert.Throws<ArgumentOutOfRangeException>(() => JournalValue.Number(-(1L << 53)));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Write_Depth_IsAtMost32(int depth, bool accepted)
    {
        var innermost = new JournalPayload();
        for (var i = 1; i < depth; i++) innermost = new JournalPayload { ["a"] = innermost };

        if (accepted) Assert.True(CanonicalJson.IsCanonical(CanonicalJson.Write(innermost), out _));
        else Assert.Throws<ArgumentException>(() => CanonicalJson.Write(innermost));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "the member is given twice at byte 8")]
    [InlineData("{\"b\":1,\"a\":2}", "the members are not sorted at byte 8")]
    [InlineData("{\"\ufb33\":1,\"🛑\":2}", "the members are not sorted at byte 10")]
    [InlineData("{\"\\\\\":1,\"A\":2}", "the members are not sorted at byte 9")]
    [InlineData("{\"a\": 1}", "a value cannot begin here at byte 6")]
    [InlineData("{\"a\":1} ", "bytes follow the value at byte 8")]
    [InlineData("{\"a\":1", "expected , at byte 7")]
    [InlineData("[1,]", "a value cannot begin here at byte 4")]
    [InlineData("-0", "the number has a superfluous zero or sign at byte 2")]
    [InlineData("01", "the number has a superfluous zero or sign at byte 1")]
    [InlineData("-", "a value cannot begin here at byte 2")]
    [InlineData("1.5", "the number is no integer at byte 1")]
    [InlineData("1e3", "the number is no integer at byte 1")]
    [InlineData("9007199254740992", "the integer is beyond 2^53-1 at byte 1")]
    [InlineData("90071992547409910", "the integer is beyond 2^53-1 at byte 1")]
    [InlineData("\"\\/\"", "the escape is not canonical at byte 2")]
    [InlineData("\"\\u000a\"", "the escape is not canonical at byte 2")]
    [InlineData("\"\\u001F\"", "the escape is not canonical at byte 2")]
    [InlineData("\"\\u0041\"", "the escape is not canonical at byte 2")]
    [InlineData("\"\\ud83d\"", "the escape is not canonical at byte 2")]
    [InlineData("\"\n\"", "a control character stands unescaped at byte 2")]
    [InlineData("\"a", "the string has no end at byte 2")]
    [InlineData("truE", "expected true at byte 1")]
    [InlineData("", "the value is missing at byte 1")]
    public void IsCanonical_AnythingElse_IsRefusedWithReason(string text, string expected)
    {
        Assert.False(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(text), out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void IsCanonical_SurrogateEncodedInUtf8_IsRefused() =>
        Assert.False(CanonicalJson.IsCanonical([(byte)'"', 0xED, 0xA0, 0xBD, (byte)'"'], out _));

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void IsCanonical_Depth_IsAtMost32(int depth, bool accepted)
    {
        var text = new string('[', depth) + new string(']', depth);

        Assert.Equal(accepted, CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void IsCanonical_WhateverIsWritten_IsAcceptedAndReadsBackEqual()
    {
        var text = Gen.Choose(0, 0x10FFFF).Where(code => code is < 0xD800 or > 0xDFFF).ArrayOf()
            .Select(codes => string.Concat(codes.Select(char.ConvertFromUtf32)));
        var member = text.SelectMany(name => text.Select(value => (name, value)));

        Check.One(Config.QuickThrowOnFailure.WithReplay(20260105, 1), Prop.ForAll(member.ArrayOf().ToArbitrary(), members =>
        {
            var distinct = members.DistinctBy(m => m.name).ToArray();
            var payload = new JournalPayload();
            foreach (var (name, value) in distinct) payload[name] = value;
            var element = CanonicalJson.Read(CanonicalJson.Write(payload));
            return distinct.All(m => element.GetProperty(m.name).GetString() == m.value)
                && element.EnumerateObject().Select(m => m.Name).SequenceEqual(distinct.Select(m => m.name).Order(StringComparer.Ordinal));
        }));
    }

    [Fact]
    public void Read_NotCanonical_ThrowsWithReason()
    {
        var refusal = Assert.Throws<FormatException>(() => CanonicalJson.Read("{\"level\": 1}"u8));

        Assert.Equal("Not canonical JSON: a value cannot begin here at byte 10.", refusal.Message);
    }
}
