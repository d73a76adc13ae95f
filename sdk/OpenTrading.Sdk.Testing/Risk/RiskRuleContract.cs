using System.Globalization;
using System.Reflection;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Sdk.Testing.Risk;

/// <summary>What every risk rule promises: it is a pure function of what it is shown, it always answers, and it can only tighten.</summary>
public abstract class RiskRuleContract
{
    /// <summary>Scenes the rule is asked about.</summary>
    /// <value>Default <see cref="RiskScenes.All"/>. Add those in which the rule reduces or rejects, if none of these is one.</value>
    protected virtual IEnumerable<RiskContext> Scenes => RiskScenes.All;

    private RiskContext[] Judged
    {
        get
        {
            RiskRuleAttribute? declaration = Create().GetType().GetCustomAttribute<RiskRuleAttribute>();
            return declaration is null ? [] : [.. Scenes.Where(scene => (scene.Class & declaration.Classes) != 0)];
        }
    }

    /// <summary>Creates the rule, fresh, with the parameters under test.</summary>
    protected abstract IRiskRule Create();

    /// <summary>The rule has an id, classes and a remedy, and is asked about some of the scenes.</summary>
    [Fact]
    public void Declaration_OfTheRule_IsComplete()
    {
        IRiskRule rule = Create();
        RiskRuleAttribute? declaration = rule.GetType().GetCustomAttribute<RiskRuleAttribute>();

        Assert.True(declaration is not null, $"{rule.GetType().Name} has no [RiskRule(\"id\", classes, \"remedy\")]; add one.");
        Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", declaration.Id);
        Assert.False(string.IsNullOrWhiteSpace(declaration.Remedy), $"{declaration.Id} says no remedy: tell a trader what to do about a rejection.");
        Assert.True(Judged.Length > 0, $"{declaration.Id} judges {declaration.Classes}, and no scene has such an order. Override Scenes.");
    }

    /// <summary>The rule answers in every scene, whatever is missing there. The gate takes silence and exceptions for rejections.</summary>
    [Fact]
    public void Check_AnyScene_ReturnsAVerdict()
    {
        IRiskRule rule = Create();
        foreach (RiskContext scene in Judged)
        {
            RuleResult? result = null;
            Exception? thrown = Record.Exception(() => result = rule.Check(scene));

            Assert.True(thrown is null, $"It threw {thrown?.GetType().Name}: {thrown?.Message} Return a verdict, RuleResult.Missing where an input is absent.{At(scene)}");
            Assert.True(result is not null, $"It returned null. Return RuleResult.NotApplicable to say nothing.{At(scene)}");
        }
    }

    /// <summary>The same scene gives the same verdict: again, in another order of asking, and from a fresh rule.</summary>
    [Fact]
    public void Check_SameSceneAgain_GivesTheSameVerdict()
    {
        RiskContext[] scenes = Judged;
        IRiskRule rule = Create();
        RuleResult?[] first = [.. scenes.Select(rule.Check)];
        for (int i = scenes.Length - 1; i >= 0; i--)
        {
            foreach (RuleResult? again in (RuleResult?[])[rule.Check(scenes[i]), rule.Check(scenes[i]), Create().Check(scenes[i])])
            {
                Assert.True(
                    first[i] == again,
                    $"It said {Text(first[i])}, and {Text(again)} when asked again. A rule is pure: no field that changes, no clock, no Random.{At(scenes[i])}");
            }
        }
    }

    /// <summary>A reduction names a volume above zero and below the order's, and the order so reduced satisfies the rule.</summary>
    [Fact]
    public void Check_Reduction_TightensAndThenSatisfies()
    {
        IRiskRule rule = Create();
        foreach (RiskContext scene in Judged)
        {
            if (rule.Check(scene) is not { Outcome: RuleOutcome.Reduce } reduction)
            {
                continue;
            }

            Assert.True(
                reduction.Volume > 0 && reduction.Volume < scene.Order.Volume,
                FormattableString.Invariant($"It reduced {scene.Order.Volume} lots to {reduction.Volume}. A rule can only tighten: above 0 and below the order's volume.{At(scene)}"));
            if (scene.Instrument?.FloorVolume(reduction.Volume) is > 0 and decimal volume)
            {
                RuleResult reduced = rule.Check(scene with { Order = scene.Order with { Volume = volume } });
                Assert.True(
                    reduced.Outcome is RuleOutcome.Pass or RuleOutcome.NotApplicable,
                    FormattableString.Invariant($"It reduced {scene.Order.Volume} lots to {reduction.Volume}, and of {volume} lots said {Text(reduced)}. Name the largest volume that satisfies it.{At(scene)}"));
            }
        }
    }

    private static string Text(RuleResult? result) => result is null
        ? "nothing"
        : string.Create(CultureInfo.InvariantCulture, $"{result.Outcome} ({result.Value} {result.Operator} {result.Limit} {result.Unit}, volume {result.Volume})");

    private static string At(RiskContext scene) => $"\nScene: {scene}";
}
