using System.Reflection;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests;

public sealed class BuiltInRulesTests
{
    [Fact]
    public void Types_AllRulesOfTheAssembly_EachOnce() => Assert.Equal(
        typeof(BuiltInRules).Assembly.GetTypes().Where(t => t.IsClass && typeof(IRiskRule).IsAssignableFrom(t)).OrderBy(t => t.FullName),
        BuiltInRules.Types.OrderBy(t => t.FullName));

    [Fact]
    public void Types_Ids_AreUnique()
    {
        string[] ids = [.. BuiltInRules.Types.Select(t => t.GetCustomAttribute<RiskRuleAttribute>()!.Id)];

        Assert.Equal(ids.Distinct(), ids);
    }
}
