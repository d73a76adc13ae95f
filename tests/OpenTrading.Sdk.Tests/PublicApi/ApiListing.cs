using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OpenTrading.Sdk.Tests.PublicApi;

/// <summary>Everything an author outside can see of an assembly, one line a type and one a member, sorted: two listings differ where the contract does.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(ApiName.Full, StringComparer.Ordinal)
        .SelectMany(type => (string[])[Head(type), .. Members(type).Distinct().Order(StringComparer.Ordinal).Select(member => "    " + member)]);

    private static string Head(Type type)
    {
        IEnumerable<string> inherited = type.GetInterfaces().Select(ApiName.Of).Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType)
        {
            inherited = inherited.Prepend(ApiName.Of(parent));
        }

        string bases = type.IsEnum ? "" : string.Join(", ", inherited);
        return $"{Kind(type)} {ApiName.Full(type)}{(bases.Length > 0 ? " : " + bases : "")}{Constraints(type.GetGenericArguments())}";
    }

    private static string Kind(Type type) => type switch
    {
        _ when IsRecord(type) => type.IsValueType ? $"{ReadOnly(type)}record struct" : type.IsAbstract ? "abstract record" : type.IsSealed ? "sealed record" : "record",
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => $"{ReadOnly(type)}struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string ReadOnly(Type type) => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";

    // Every record prints its members by a method the compiler writes.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared, [typeof(System.Text.StringBuilder)])?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
        : type.GetMembers(Declared).Select(Line).OfType<string>();

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } made when IsWritten(made) => $"{Access(made)}new({Parameters(made)})",
        MethodInfo method when IsWritten(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Access(method)}{Modifiers(method)}{TypeOf(method.ReturnParameter)} {method.Name}{Generic(method)}({Parameters(method)}){Constraints(method.GetGenericArguments())}",
        PropertyInfo property when property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray() is [{ } accessor, ..] =>
            $"{Access(accessor)}{Modifiers(accessor)}{Required(property)}{ApiName.Of(property.PropertyType)}{Mark(property.PropertyType, Nullability.Create(property))} {property.Name}{Index(property)} {{ {Accessors(property)} }}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{ApiName.Of(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {ApiName.Literal(field.GetRawConstantValue())}" : "")}",
        EventInfo happening when IsVisible(happening.AddMethod!) => $"event {ApiName.Of(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // Equality, printing and copies of a record follow from its head; to list them would say everything twice.
    private static bool IsWritten(MethodBase method) => IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        bool overrides = method.GetBaseDefinition() != method;
        string kind = method switch
        {
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } when overrides => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            { IsVirtual: true } when overrides => "sealed override ",
            _ => "",
        };
        return method.IsStatic ? "static " + kind : kind;
    }

    private static string Required(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } keys ? $"[{string.Join(", ", keys.Select(Parameter))}]" : "";

    private static string Accessors(PropertyInfo property)
    {
        string set = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true ? "init" : "set";
        return string.Join(' ', ((string?[])[Accessor(property.GetMethod, "get;"), Accessor(property.SetMethod, set + ";")]).OfType<string>());
    }

    private static string? Accessor(MethodInfo? accessor, string name) =>
        accessor is null || !IsVisible(accessor) ? null : Access(accessor) + name;

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string passed = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } when parameter.ParameterType.IsByRef => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        string fallback = parameter.HasDefaultValue ? $" = {ApiName.Literal(parameter.DefaultValue)}" : "";
        return $"{passed}{TypeOf(parameter)} {parameter.Name}{fallback}";
    }

    private static string TypeOf(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return (parameter is { Position: -1, ParameterType.IsByRef: true } ? "ref " : "") + ApiName.Of(type) + Mark(type, Nullability.Create(parameter));
    }

    private static string Mark(Type type, NullabilityInfo nullability) =>
        !type.IsValueType && (nullability.ReadState == NullabilityState.Nullable || nullability.WriteState == NullabilityState.Nullable) ? "?" : "";

    private static string Constraints(Type[] arguments) => string.Concat(arguments
        .Where(argument => argument.IsGenericParameter)
        .Select(argument => (argument.Name, Rules: Rules(argument).ToArray()))
        .Where(each => each.Rules.Length > 0)
        .Select(each => $" where {each.Name} : {string.Join(", ", each.Rules)}"));

    private static IEnumerable<string> Rules(Type argument)
    {
        GenericParameterAttributes flags = argument.GenericParameterAttributes;
        if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            yield return "struct";
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (Type type in argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return ApiName.Of(type);
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            yield return "new()";
        }
    }
}
