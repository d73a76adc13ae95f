using System.Text.Json;

namespace OpenTrading.Kernel.Tests.Capabilities;

/// <summary>Short ways into an answer.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];

    /// <summary>One member of every item of a list.</summary>
    public static string[] Each(this JsonElement element, string list, string name) => [.. element.Items(list).Select(i => i.GetProperty(name).ToString())];

    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);
}
