using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A rule that says what the test wants and counts how often it was asked.</summary>
internal sealed class RuleStub(Func<RiskContext, RuleResult> check) : IRiskRule
{
    public static RuleStub Passing => new(_ => RuleResult.Test(true, "1", "<=", "1"));

    public static RuleStub Rejecting => new(_ => RuleResult.Test(false, "2", "<=", "1", "units"));

    public List<decimal> AskedFor { get; } = [];

    /// <summary>Accepts at most so many lots and offers to lower the order to them.</summary>
    public static RuleStub AtMost(decimal lots) => new(c => RuleResult.AtMost(c.Order.Volume, lots, "lots").OrReduceTo(lots));

    public RuleResult Check(RiskContext context)
    {
        AskedFor.Add(context.Order.Volume);
        return check(context);
    }

    public BoundRule Bind(string id = "stub", OrderClass classes = OrderClass.All) => new(new RiskRuleAttribute(id, classes, "mend it"), this);
}
