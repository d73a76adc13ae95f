using System.Globalization;
using System.Text.Json;
using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Tests.Configuration.Toml;

/// <summary>The JSON of the conformance suite: every scalar is an object of <c>type</c> and <c>value</c>, both strings.</summary>
internal static class TaggedJson
{
    public static void AssertSame(JsonElement expected, TomlValue actual, string path)
    {
        if (expected.ValueKind == JsonValueKind.Array)
        {
            TomlArray array = Assert.IsType<TomlArray>(actual);
            Assert.True(expected.GetArrayLength() == array.Items.Count, $"{path} has {array.Items.Count} values");
            for (int i = 0; i < array.Items.Count; i++)
            {
                AssertSame(expected[i], array.Items[i], $"{path}[{i}]");
            }
        }
        else if (expected.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String)
        {
            AssertSameScalar(type.GetString()!, expected.GetProperty("value").GetString()!, actual, path);
        }
        else
        {
            TomlTable table = Assert.IsType<TomlTable>(actual);
            Assert.Equal(
                expected.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
                table.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal));
            foreach (JsonProperty property in expected.EnumerateObject())
            {
                AssertSame(property.Value, table.Find(property.Name)!.Value, $"{path}.{property.Name}");
            }
        }
    }

    private static void AssertSameScalar(string type, string value, TomlValue actual, string path)
    {
        (object Expected, object Actual) pair = (type, actual) switch
        {
            ("string", TomlString text) => (value, text.Value),
            ("integer", TomlInteger integer) => (long.Parse(value, CultureInfo.InvariantCulture), integer.Value),
            ("float", TomlFloat number) => (ParseFloat(value), number.Value),
            ("bool", TomlBoolean boolean) => (value == "true", boolean.Value),
            ("datetime", TomlOffsetDateTime instant) =>
                (Exact(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture)), Exact(instant.Value)),
            ("datetime-local", TomlLocalDateTime local) => (DateTime.Parse(value, CultureInfo.InvariantCulture), local.Value),
            ("date-local", TomlLocalDate date) => (DateOnly.Parse(value, CultureInfo.InvariantCulture), date.Value),
            ("time-local", TomlLocalTime time) => (TimeOnly.Parse(value, CultureInfo.InvariantCulture), time.Value),
            _ => (type, actual.TypeName),
        };
        Assert.True(Equals(pair.Expected, pair.Actual), $"{path} is {pair.Actual}, expected {pair.Expected}");
    }

    // Two date-times with different offsets are equal as instants; here they are not.
    private static (DateTime Local, TimeSpan Offset) Exact(DateTimeOffset value) => (value.DateTime, value.Offset);

    private static double ParseFloat(string value) => value switch
    {
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" or "+nan" or "-nan" => double.NaN,
        _ => double.Parse(value, CultureInfo.InvariantCulture),
    };
}
