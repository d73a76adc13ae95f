using System.Reflection;
using System.Text.RegularExpressions;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>What a catalog reads by reflection is complete and true.</summary>
public partial class IndicatorCatalogTests
{
    public static TheoryData<string> Ids => [.. IndicatorClass.ById.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Attribute_EachIndicator_NamesIt(string id)
    {
        IndicatorAttribute attribute = IndicatorClass.ById[id].GetCustomAttribute<IndicatorAttribute>()!;

        Assert.Matches(LowerHyphenated(), attribute.Id);
        Assert.False(string.IsNullOrWhiteSpace(attribute.Title));
        Assert.True(Enum.IsDefined(attribute.Kind));
        Assert.InRange(attribute.Formula.Length, 5, 200);
        Assert.DoesNotContain('\n', attribute.Formula);
        Assert.True(IndicatorClass.ById[id].IsSealed);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Outputs_EachIndicator_AreDistinctCamelCaseNames(string id)
    {
        IReadOnlyList<string> outputs = IndicatorClass.Create(id).Outputs;

        Assert.NotEmpty(outputs);
        Assert.Equal(outputs.Count, outputs.Distinct().Count());
        Assert.All(outputs, output => Assert.Matches(CamelCase(), output));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Parameters_EachIndicator_DeclareDefaultAndRange(string id)
    {
        foreach (ParameterInfo parameter in IndicatorClass.Parameters(id))
        {
            Assert.True(parameter.HasDefaultValue, $"{id}: {parameter.Name} has no default");
            if (!parameter.ParameterType.IsEnum)
            {
                ParameterAttribute range = parameter.GetCustomAttribute<ParameterAttribute>()!;
                Assert.InRange(Convert.ToDouble(parameter.DefaultValue, null), range.Min, range.Max);
                Assert.EndsWith(".", range.Description, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Constructor_EveryArgumentAtItsBound_Creates(string id)
    {
        Func<ParameterAttribute, double>[] bounds = [range => range.Min, range => range.Max];
        foreach (Func<ParameterAttribute, double> bound in bounds)
        {
            object?[] values = [.. IndicatorClass.Parameters(id).Select(p => Bounded(p, bound))];
            Assert.NotNull(IndicatorClass.Create(id, values));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Constructor_ArgumentOutOfItsRange_ThrowsWithNameValueAndRange(string id)
    {
        ParameterInfo[] parameters = IndicatorClass.Parameters(id);
        foreach (ParameterInfo parameter in parameters)
        {
            foreach (object value in ValuesOutside(parameter))
            {
                object?[] values = [.. parameters.Select(p => p == parameter ? value : p.DefaultValue)];

                Exception? thrown = Record.Exception(() => IndicatorClass.Create(id, values))?.InnerException;

                ArgumentOutOfRangeException refusal = Assert.IsType<ArgumentOutOfRangeException>(thrown);
                Assert.Equal(parameter.Name, refusal.ParamName);
                Assert.Equal(value, Convert.ChangeType(refusal.ActualValue, value.GetType(), null));
                Assert.Contains("must be", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("macd")]
    [InlineData("kama")]
    public void Constructor_FastPeriodNotBelowSlow_Throws(string id)
    {
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(
            () => IndicatorClass.Create(id, new Dictionary<string, string> { ["fastPeriod"] = "30", ["slowPeriod"] = "30" }));

        Assert.Contains("slowPeriod is 30; it must be above fastPeriod, 30.", thrown.InnerException!.Message, StringComparison.Ordinal);
    }

    [ReferenceFact("indicators")]
    public void Ids_EveryIndicatorOfTheReference_IsThere()
    {
        IEnumerable<string> referenced = ReferenceCase.Files.Select(file => ReferenceCase.Load(file).Indicator).Distinct();

        Assert.Empty(referenced.Except(IndicatorClass.ById.Keys));
    }

    private static object? Bounded(ParameterInfo parameter, Func<ParameterAttribute, double> bound) =>
        parameter.ParameterType.IsEnum
            ? parameter.DefaultValue
            : Convert.ChangeType(bound(parameter.GetCustomAttribute<ParameterAttribute>()!), parameter.ParameterType, null);

    private static object[] ValuesOutside(ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsEnum)
        {
            return [Enum.ToObject(parameter.ParameterType, 99)];
        }

        ParameterAttribute range = parameter.GetCustomAttribute<ParameterAttribute>()!;
        return parameter.ParameterType == typeof(int)
            ? [(int)range.Min - 1, (int)range.Max + 1]
            : [range.Min > 0 ? range.Min / 2 : range.Min - 1, range.Max * 1.01, double.NaN];
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex LowerHyphenated();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    private static partial Regex CamelCase();
}
