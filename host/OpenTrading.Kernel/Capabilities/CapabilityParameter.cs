using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>One argument of a capability: its type, bounds and default.</summary>
public sealed class CapabilityParameter
{
    // An object argument whose C# default is that of its type is left out as an object without members.
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    private readonly NullabilityInfo _nullability;

    internal CapabilityParameter(ParameterInfo parameter)
    {
        Name = parameter.Name!;
        _nullability = new NullabilityInfoContext().Create(parameter);
        Type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        IsContext = Type == typeof(ICallContext);
        Description = parameter.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Default = parameter.GetCustomAttribute<DefaultValueAttribute>() is { } list ? list.Value
            : !parameter.HasDefaultValue ? null
            : parameter.ParameterType == typeof(JsonElement) ? EmptyObject
            : parameter.DefaultValue;
        if (Default is not null && Type.IsEnum)
        {
            Default = Enum.ToObject(Type, Default);
        }

        IsOptional = parameter.HasDefaultValue
            || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || (!parameter.ParameterType.IsValueType && _nullability.WriteState == NullabilityState.Nullable);
        if (parameter.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            Min = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
            Max = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        }

        MaxLength = parameter.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? 4096;
    }

    /// <summary>Name, in camel case.</summary>
    public string Name { get; }

    /// <summary>Type of its value; of a nullable one the type below.</summary>
    public Type Type { get; }

    /// <summary>Type of the items, where it is a list.</summary>
    public Type? ItemType => Type.IsArray ? Type.GetElementType() : null;

    /// <summary>Whether the host fills it.</summary>
    public bool IsContext { get; }

    /// <summary>What it is; empty for the arguments that every capability shares.</summary>
    public string Description { get; }

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; }

    /// <summary>Its value when left out; null is none. Of a list, which C# gives no default, that of its <see cref="DefaultValueAttribute"/>.</summary>
    public object? Default { get; }

    /// <summary>Lowest number allowed.</summary>
    public double? Min { get; }

    /// <summary>Highest number allowed.</summary>
    public double? Max { get; }

    /// <summary>Most characters of a text, most items of a list.</summary>
    public int MaxLength { get; }

    /// <summary>The values an enum argument may have, as they are written; null for other types.</summary>
    public static IReadOnlyList<string>? Choices(Type type) =>
        type == typeof(Timeframe) ? [.. Timeframes.All.Select(t => t.ToString())]
        : type.IsEnum ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]
        : null;
}
