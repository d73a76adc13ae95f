using System.Text;
using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Tests.Configuration.Toml;

/// <summary>Reads sources that stand in a test.</summary>
internal static class Toml
{
    public static TomlTable Read(string source) => TomlReader.Read(Encoding.UTF8.GetBytes(source), "config/live.toml");

    public static TomlException Refusal(string source) => Assert.Throws<TomlException>(() => Read(source));

    /// <summary>The value of the only key of the document.</summary>
    public static T Value<T>(string source)
        where T : TomlValue => Assert.IsType<T>(Assert.Single(Read($"key = {source}").Entries).Value);

    /// <summary>Keys in order, tables in parentheses, arrays in brackets: <c>a(b c[() ()])</c>.</summary>
    public static string Shape(string source) => ShapeOf(Read(source));

    private static string ShapeOf(TomlTable table) => string.Join(' ', table.Entries.Select(entry => entry.Key + ShapeOf(entry.Value)));

    private static string ShapeOf(TomlValue value) => value switch
    {
        TomlTable table => $"({ShapeOf(table)})",
        TomlArray array => $"[{string.Join(' ', array.Items.Select(ShapeOf))}]",
        _ => "",
    };
}
