using System.Reflection;
using System.Text;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class ScriptBuilderTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Build_AStrategy_RunsUnderItsOwnName()
    {
        using var context = new ScriptContext(_folder.BuildText("""
            [Strategy("sound", Description = "Buys.")]
            public sealed class Sound([Parameter(1, 100, Step = 2)] int bars = 7) : Strategy
            {
                private readonly Sma _mean = new(bars);
                public override int WarmupBars => bars;
                public override void OnBar(StrategyContext context) => context.Buy($"{bars} bars, {_mean.IsReady}");
            }
            """));

        Strategy strategy = context.Create();

        Assert.Equal("Sound", strategy.GetType().FullName);
        Assert.Equal(7, strategy.WarmupBars);
        Assert.Equal(["7 bars, False"], OneBar.Run(strategy));
        Assert.Equal(2, strategy.GetType().GetConstructors().Single().GetParameters()[0].GetCustomAttribute<ParameterAttribute>()!.Step);
    }

    [Fact]
    public void Build_AScript_StatesTheSdkAsAPluginDoes()
    {
        using var context = new ScriptContext(_folder.BuildText(ScriptFolder.Strategy("")));

        string built = typeof(Strategy).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Assert.Equal(built, context.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "OpenTrading.Sdk").Value);
    }

    [Theory]
    [InlineData("""[RiskRule("calm", OrderClass.Entry, "wait")] public sealed class Calm : IRiskRule { public RuleResult Check(RiskContext context) => RuleResult.Test(true, "1", "within", "2", ""); }""")]
    [InlineData("""public sealed class P : IPlugin { public void Register(IPluginRegistry registry) { } }""")]
    [InlineData("""namespace Mine; [Strategy("a")] public sealed class A : Strategy { public override void OnBar(StrategyContext context) { } }""")]
    [InlineData("""public static class Outer { [Strategy("a")] public sealed class A : Strategy { public override void OnBar(StrategyContext context) { } } }""")]
    [InlineData("""public abstract class B : Strategy { } [Strategy("a")] public sealed class A : B { public override void OnBar(StrategyContext context) { } }""")]
    public void Build_WhateverTheHostFinds_IsAnOffer(string text)
    {
        using var context = new ScriptContext(_folder.BuildText(text));

        Assert.NotEmpty(context.Assembly.GetExportedTypes());
    }

    [Fact]
    public void Build_NeighboursThatLoadEachOther_AreOneAssembly()
    {
        _folder.Write("x.csx", "#load \"lib/levels.csx\"\n" + ScriptFolder.Strategy("context.Buy(Levels.Text(3));"));
        _folder.Write("lib/levels.csx", "#load \"../x.csx\"\nstatic class Levels { public static string Text(int n) => $\"{typeof(X).Name} {n}\"; }");

        using var context = new ScriptContext(_folder.Build("x.csx"));

        Assert.Equal(["X 3"], OneBar.Run(context.Create()));
    }

    [Fact]
    public void Build_NameWithSpaces_WorksAndIsNamedInErrors()
    {
        _folder.Write("my first, script.csx", ScriptFolder.Strategy("context.Buy(\"x\");"));
        using var context = new ScriptContext(_folder.Build("my first, script.csx"));

        Assert.Equal(["x"], OneBar.Run(context.Create()));
        Assert.StartsWith("my second, script.csx(1,7): error CS", _folder.Errors("class ;", "my second, script.csx")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    [InlineData("\n", true)]
    [InlineData("\r", false)]
    public void Build_AnyLineEndAndMark_CountsLinesTheSame(string lineEnd, bool mark)
    {
        string text = ScriptFolder.Strategy("nothing();").ReplaceLineEndings(lineEnd);
        File.WriteAllText(Path.Combine(_folder.Root, "x.csx"), text, new UTF8Encoding(mark));

        ScriptException refused = Assert.Throws<ScriptException>(() => _folder.Build("x.csx"));

        Assert.Equal((3, 59, "CS0103"), (refused.Errors[0].Line, refused.Errors[0].Column, refused.Errors[0].Id));
    }

    [Fact]
    public void Build_SeveralErrors_TellsAllInOrderEachInItsFile()
    {
        _folder.Write("y.csx", "static class Y { public static int Z() => \"no\"; }");

        Assert.Equal(
            [
                "x.csx(4,59): error CS0103: The name 'first' does not exist in the current context",
                "x.csx(5,17): error CS0246: The type or namespace name 'Second' could not be found (are you missing a using directive or an assembly reference?)",
                "y.csx(1,43): error CS0029: Cannot implicitly convert type 'string' to 'int'",
            ],
            _folder.Errors("#load \"y.csx\"\n" + ScriptFolder.Strategy("first();", "    private Second _second = null!;")));
    }

    [Fact]
    public void Build_ASyntaxError_IsTheCompilersOwn() =>
        Assert.Equal(["x.csx(3,69): error CS1002: ; expected"], _folder.Errors(ScriptFolder.Strategy("int n = 1")));

    [Theory]
    [InlineData("class A { }\n#load \"y.csx\"", "x.csx(2,2): error OT0003: #load stands before the first line of code and outside #if.")]
    [InlineData("class A { }\n#r \"y.dll\"", "x.csx(2,2): error OT0006: #r brings an assembly, and a script has none but the SDK and the base library; write a plugin project for it, or #load source.")]
    [InlineData("", "x.csx(1,1): error OT0021: it offers nothing; declare [Strategy(\"id\")] public sealed class NAME : Strategy. The name of a file that is only for others to #load begins with _.")]
    [InlineData("// nothing yet\n", "x.csx(1,1): error OT0021: it offers nothing; declare [Strategy(\"id\")] public sealed class NAME : Strategy. The name of a file that is only for others to #load begins with _.")]
    [InlineData("public class A { }", "x.csx(1,1): error OT0021: it offers nothing; declare [Strategy(\"id\")] public sealed class NAME : Strategy. The name of a file that is only for others to #load begins with _.")]
    [InlineData("[Strategy(\"a\")] public class A { }", "x.csx(1,30): error OT0020: A is marked as a strategy and is none; let it derive from Strategy.")]
    [InlineData("[RiskRule(\"a\", OrderClass.Entry, \"b\")] public class A { }", "x.csx(1,53): error OT0020: A is marked as a risk rule and is none; let it derive from IRiskRule.")]
    [InlineData("public class A : Strategy { public override void OnBar(StrategyContext c) { } }", "x.csx(1,14): error OT0020: A is a strategy without an id; mark it [Strategy(\"id\")].")]
    [InlineData("[Strategy(\"a\")] class A : Strategy { public override void OnBar(StrategyContext c) { } }", "x.csx(1,23): error OT0020: A is a strategy that cannot be made; let it be a public class, not abstract and without type parameters.")]
    public void Build_WhatTheHostCouldNotUse_IsRefusedWithTheRemedy(string text, string error) => Assert.Equal(error, _folder.Errors(text)[0]);

    [Fact]
    public void Build_WhatIsNoScriptAtAll_TellsTheFirstErrorsAndHowManyThereAre()
    {
        _folder.Write("x.csx", string.Concat(Enumerable.Repeat("a:b:c\n", 500)));

        ScriptException refused = Assert.Throws<ScriptException>(() => _folder.Build("x.csx", useCache: false));

        string[] lines = refused.Message.Split('\n');
        Assert.Equal((21, ScriptException.MostKept, true), (lines.Length, refused.Errors.Count, refused.Total > 1000));
        Assert.Equal(FormattableString.Invariant($"{refused.Errors[0].File}: {refused.Total - 20:N0} errors more; mend these first."), lines[^1]);
    }

    [Fact]
    public void Build_StatementsOutsideAClass_AreRefused() =>
        Assert.Contains("x.csx(1,1): error CS8805", _folder.Errors("int n = 1;\n" + ScriptFolder.Strategy(""))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("(", ")", 300)]
    [InlineData("(", ")", 300_000)]
    [InlineData("-", "", 300_000)]
    [InlineData("1 + ", "", 200_000)]
    [InlineData("new int[] {", "}", 50_000)]
    [InlineData("default(A<", ">)", 50_000)]
    [InlineData("A<", "", 300_000)]
    [InlineData("1; if (true) ", "", 70_000)]
    [InlineData("x => ", "", 100_000)]
    [InlineData("x ? 1 : ", "", 100_000)]
    public void Build_NestedBeyondReason_IsRefusedAndNothingBreaks(string before, string after, int times)
    {
        string text = $"var n = {string.Concat(Enumerable.Repeat(before, times))}1{string.Concat(Enumerable.Repeat(after, times))};";

        Assert.Matches(@"^x\.csx\(\d,\d+\): error (OT0013|CS\d+): ", _folder.Errors(ScriptFolder.Strategy(text))[0]);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("- ", "")]
    [InlineData("1 + ", "")]
    public void Build_NestedDeeply_Compiles(string before, string after)
    {
        string text = $"var n = {string.Concat(Enumerable.Repeat(before, 200))}1{string.Concat(Enumerable.Repeat(after, 200))}; context.Buy(n.ToString());";

        Assert.Single(_folder.Run(text));
    }

    [Fact]
    public void Wake_Compiles() => Assert.Null(Record.Exception(ScriptBuilder.Wake));

    [Fact]
    public void Build_TwiceTheSame_GivesTheSameBytes()
    {
        ScriptImage first = _folder.BuildText(ScriptFolder.Strategy("context.Buy(\"x\");"));
        ScriptImage second = _folder.BuildText(ScriptFolder.Strategy("context.Buy(\"x\");"));

        Assert.Equal(first.Assembly, second.Assembly);
        Assert.Equal(first.Symbols, second.Symbols);
    }

    [Fact]
    public void Build_ManyAtOnce_AllRun()
    {
        string[] names = [.. Enumerable.Range(0, 20).Select(i => $"s{i}.csx")];
        foreach (string name in names)
        {
            _folder.Write(name, ScriptFolder.Strategy($"context.Buy(\"{name}\");"));
        }

        var reasons = new string[names.Length];
        Parallel.For(0, names.Length, i =>
        {
            using var context = new ScriptContext(_folder.Build(names[i]));
            reasons[i] = OneBar.Run(context.Create())[0];
        });

        Assert.Equal(names, reasons);
    }
}
