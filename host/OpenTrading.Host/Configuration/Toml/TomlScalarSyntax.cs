namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Values written without quotes or brackets: booleans, numbers, dates and times.</summary>
internal static class TomlScalarSyntax
{
    public static TomlValue Read(TomlCursor cursor)
    {
        TomlPosition position = cursor.Position;
        string text = cursor.TakeUntil(Ends);
        if (TomlTimeSyntax.ResemblesDate(text) && cursor.Current == ' ' && cursor.Peek(1) is >= '0' and <= '9')
        {
            cursor.Advance();
            text = $"{text} {cursor.TakeUntil(Ends)}";
        }

        if (text.Length == 0)
        {
            throw cursor.Error($"expected a value, found {cursor.DescribeCurrent()}; write one, or remove the key");
        }

        if (text is "true" or "false")
        {
            return new TomlBoolean(position, text == "true");
        }

        if (TomlTimeSyntax.Resembles(text))
        {
            return new TomlTimeSyntax(cursor, position, text).Read();
        }

        return TomlNumberSyntax.Read(cursor, position, text)
            ?? throw cursor.Error(position, $"{TomlExcerpt.Of(text)} is no value; {Remedy(text)}");
    }

    private static bool Ends(char character) => character is ' ' or '\t' or '\r' or '\n' or ',' or ']' or '}' or '#' or '=';

    private static string Remedy(string text)
    {
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return "write true or false in small letters";
        }

        return char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'
            ? "a number has no leading zero, a digit on both sides of its point and of each underscore, and no unit: 1_000, 0.5, 1e-3, 0x1F"
            : "put text in quotes";
    }
}
