using System.Globalization;
using System.Reflection;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>The indicators of the SDK, found as a catalog finds them.</summary>
internal static class IndicatorClass
{
    public static IReadOnlyDictionary<string, Type> ById { get; } = typeof(IIndicator).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(IndicatorAttribute)))
        .ToDictionary(type => type.GetCustomAttribute<IndicatorAttribute>()!.Id);

    public static ParameterInfo[] Parameters(string id) => ById[id].GetConstructors().Single().GetParameters();

    /// <summary>Creates an indicator from arguments by name; an argument that names no parameter is an error.</summary>
    public static IIndicator Create(string id, IReadOnlyDictionary<string, string>? arguments = null)
    {
        Dictionary<string, string> left = new(arguments ?? new Dictionary<string, string>());
        object?[] values = [.. Parameters(id)
            .Select(p => left.Remove(p.Name!, out string? text) ? Parse(text, p.ParameterType) : p.DefaultValue)];
        return left.Count == 0
            ? Create(id, values)
            : throw new ArgumentException($"{id} has no parameter {string.Join(", ", left.Keys)}.");
    }

    public static IIndicator Create(string id, object?[] values) => (IIndicator)Activator.CreateInstance(ById[id], values)!;

    private static object Parse(string text, Type type) =>
        type.IsEnum ? Enum.Parse(type, text, ignoreCase: true) : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
}
