using System.Globalization;

namespace OpenTrading.Sdk.Tests.PublicApi;

/// <summary>Types and constants as a reader of C# writes them.</summary>
internal static class ApiName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The name with its namespace, for a type's own line.</summary>
    public static string Full(Type type) => $"{type.Namespace}.{Of(type)}";

    /// <summary>The short name: the namespace of a parameter's type would drown the signature.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        string name = Keywords.TryGetValue(type, out string? keyword) ? keyword : type.Name;
        if (type.IsGenericType)
        {
            name = $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
        }

        return type.IsNested && !type.IsGenericParameter ? $"{Of(type.DeclaringType!)}.{name}" : name;
    }

    /// <summary>A constant; culture must not change a listing.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
