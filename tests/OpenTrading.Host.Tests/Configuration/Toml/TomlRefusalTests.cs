using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Tests.Configuration.Toml;

/// <summary>What a reader of the message is told: where, what, and what to do.</summary>
public sealed class TomlRefusalTests
{
    private const string KeyRemedy = "; a key is of A-Z a-z 0-9 _ -, or stands in quotes";
    private const string NumberRemedy =
        "; a number has no leading zero, a digit on both sides of its point and of each underscore, and no unit: 1_000, 0.5, 1e-3, 0x1F";
    private const string TimeRemedy = " is no date or time; write 2024-01-31, 09:30:00, 2024-01-31T09:30:00 or 2024-01-31T09:30:00Z";
    private const string OffsetRemedy = " has an offset out of range; use -14:00 to +14:00, or Z for UTC";
    private const string InlineRemedy = "; it stays on one line, its entries apart by commas, none after the last";

    [Theory]
    [InlineData("port 8010", "1:6: expected = after the key port, found '8'" + KeyRemedy)]
    [InlineData("größe = 1", "1:3: expected = after the key gr, found 'ö'" + KeyRemedy)]
    [InlineData("= 1", "1:1: expected a key, found '='" + KeyRemedy)]
    [InlineData("a..b = 1", "1:3: expected a key, found '.'" + KeyRemedy)]
    [InlineData("[risk", "1:6: expected ] after the table's name risk, found the end of the file" + KeyRemedy)]
    [InlineData("[[a] ]", "1:5: expected ]] after the table's name a, found ' '" + KeyRemedy)]
    public void Read_MalformedKey_SaysWhatAKeyIs(string source, string expected) => AssertRefused(source, expected);

    [Theory]
    [InlineData("mode =\n", "1:7: expected a value, found the end of the line; write one, or remove the key")]
    [InlineData("mode = paper", "1:8: 'paper' is no value; put text in quotes")]
    [InlineData("live = False", "1:8: 'False' is no value; write true or false in small letters")]
    [InlineData("frac = 10%", "1:8: '10%' is no value" + NumberRemedy)]
    [InlineData("frac = .5", "1:8: '.5' is no value" + NumberRemedy)]
    [InlineData("n = 9223372036854775808", "1:5: '9223372036854775808' is beyond an integer of 64 bits; write a smaller one, or a float")]
    [InlineData("n = 0x8000000000000000", "1:5: '0x8000000000000000' is beyond an integer of 64 bits; write a smaller one, or a float")]
    [InlineData("x = 1e99999999999999999999", "1:5: '1e99999999999999999999' is beyond a float's range, ±1.8e308; write inf if infinity is meant")]
    [InlineData("x = 1e309", "1:5: '1e309' is beyond a float's range, ±1.8e308; write inf if infinity is meant")]
    [InlineData("a = \"\"\"6\"\"\"\"\"\"", "1:14: expected the end of the line, found '\"'; begin a new line, or put a text in quotes")]
    [InlineData("a = 1 b = 2", "1:7: expected the end of the line, found 'b'; begin a new line, or put a text in quotes")]
    public void Read_MalformedValue_NamesItAndTheRemedy(string source, string expected) => AssertRefused(source, expected);

    [Theory]
    [InlineData("d = 2023-02-29", "1:5: '2023-02-29' names a day that is not in the calendar; correct year, month or day")]
    [InlineData("d = 0000-01-01", "1:5: '0000-01-01' names a day that is not in the calendar; correct year, month or day")]
    [InlineData("d = 24:00:00", "1:5: '24:00:00' names a time that is not on the clock; hours end at 23, minutes and seconds at 59")]
    [InlineData("d = 2024-01-31 09:30", "1:5: '2024-01-31 09:30'" + TimeRemedy)]
    [InlineData("d = 31-01-2024", "1:5: '31-01-2024'" + TimeRemedy)]
    [InlineData("d = 2024-01-31T09:30:00+15:00", "1:5: '2024-01-31T09:30:00+15:00'" + OffsetRemedy)]
    [InlineData("d = 0001-01-01T00:00:00+01:00", "1:5: '0001-01-01T00:00:00+01:00'" + OffsetRemedy)]
    public void Read_MalformedTime_NamesItAndTheRemedy(string source, string expected) => AssertRefused(source, expected);

    [Theory]
    [InlineData("a = \"x\nb = 1", "1:5: this string has no end on its line; close it with \"")]
    [InlineData("a = '''x\nb = 1", "1:5: this string has no end; close it with '''")]
    [InlineData(
        "a = \"C:\\data\"",
        "1:8: a backslash before 'd' is no escape; write \\\\ for a backslash, or put the text in single quotes")]
    [InlineData("a = \"\\u00g0\"", "1:6: \\u needs 4 hexadecimal digits, found 'g' after 2; put zeros in front")]
    [InlineData("a = \"\\UD8000000\"", "1:6: U+D8000000 is no Unicode character; use 0 to D7FF or E000 to 10FFFF")]
    [InlineData("a = 'x\u001By'", "1:7: control character U+001B stands in a string; write it as \\u001B in a string in double quotes")]
    [InlineData("a = 1 # \u0007", "1:9: control character U+0007 stands in a comment; remove it")]
    public void Read_MalformedText_NamesTheRemedy(string source, string expected) => AssertRefused(source, expected);

    [Theory]
    [InlineData("a = [1,\n 2", "1:5: this array has no end; close it with ]")]
    [InlineData("a = [1,\n 2 3]", "2:4: expected , or ] in the array that opens at 1:5, found '3'; separate its values by commas")]
    [InlineData("a = {b = 1,}", "1:12: expected a key in the inline table that opens at 1:5, found '}'" + InlineRemedy)]
    [InlineData("a = {b = 1\n}", "1:11: expected , or } in the inline table that opens at 1:5, found the end of the line" + InlineRemedy)]
    public void Read_MalformedContainer_NamesWhereItOpens(string source, string expected) => AssertRefused(source, expected);

    [Theory]
    [InlineData("a = 1\n'a' = 2", "2:1: a is already set at 1:1; remove one of the two")]
    [InlineData("[a]\n[b]\n[a]", "3:1: [a] is already defined at 1:1; merge the two, or rename one")]
    [InlineData("[[a]]\n[a]", "2:1: [a] is already an array of tables at 1:3; merge the two, or rename one")]
    [InlineData("a = [1]\n[[a]]", "2:1: [[a]] cannot append, it is already set at 1:1; write every element as [[…]]")]
    [InlineData("a = {}\n[a.b]", "2:2: [a.b] cannot extend a, already an inline table at 1:1; write the keys there")]
    [InlineData("a = {}\na.b = 1", "2:1: a.b cannot add to a, already an inline table at 1:1; write the key there")]
    [InlineData("[a.'b c']\n[a]\n'b c'.d = 1", "3:1: \"b c\".d cannot add to \"b c\", already defined at 1:1; write the key there")]
    [InlineData("a.b = 1\n[a]", "2:1: [a] is already defined at 1:1; merge the two, or rename one")]
    public void Read_DefinedTwice_NamesBothPlaces(string source, string expected) => AssertRefused(source, expected);

    [Fact]
    public void Read_LongHostileText_IsCutAndHarmlessInTheMessage()
    {
        string reason = Toml.Refusal($"a = x\u001B[2J\u202E{new string('y', 1000)}").Reason;

        Assert.Equal($"'x\\u001B[2J\\u202E{new string('y', 34)}…' is no value; put text in quotes", reason);
    }

    private static void AssertRefused(string source, string expected)
    {
        TomlException refusal = Toml.Refusal(source);

        Assert.Equal($"config/live.toml:{expected}", refusal.Message);
        Assert.Equal("config/live.toml", refusal.File);
        Assert.Equal($"{refusal.Line}:{refusal.Column}: {refusal.Reason}", expected);
    }
}
