using System.Diagnostics;
using System.Globalization;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts.Compilation;

/// <summary>What is woven in changes neither what a script does nor where it says that it does it.</summary>
public sealed class WeavingTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("context.Buy(Fac(5).ToString());", "private static long Fac(int n) => n < 2 ? 1 : n * Fac(n - 1);", "120")]
    [InlineData("int Fib(int n) { if (n < 2) return n; return Fib(n - 1) + Fib(n - 2); } context.Buy(Fib(10).ToString());", "", "55")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); context.Buy(Fib(10).ToString());", "", "55")]
    [InlineData("Func<int, int> fac = null!; fac = n => n < 2 ? 1 : n * fac(n - 1); context.Buy(fac(5).ToString());", "", "120")]
    [InlineData("Down(3, context);", "private void Down(int n, StrategyContext c) { if (n == 0) c.Buy(\"0\"); else Down(n - 1, c); }", "0")]
    [InlineData("var l = new List<int>(); Action<int> add = n => l.Add(n); Action<int> inc = n => n++; add(1); inc(2); context.Buy(l.Count.ToString());", "", "1")]
    [InlineData("Func<int> thrower = () => throw new InvalidOperationException(\"t\"); try { thrower(); } catch (InvalidOperationException e) { context.Buy(e.Message); }", "", "t")]
    [InlineData("var f = (int n) => n + 1; var g = (ref int n) => ref n; int x = 1; g(ref x) = 5; context.Buy((f(x)).ToString());", "", "6")]
    [InlineData("var s = static (double a) => Math.Round(a, 1); context.Buy(s(1.26).ToString(System.Globalization.CultureInfo.InvariantCulture));", "", "1.3")]
    [InlineData("context.Buy(string.Join(',', Walk(new(1, new(2, null)))));", "private sealed record N(int V, N? Next); private static IEnumerable<int> Walk(N? n) { if (n is null) yield break; yield return n.V; foreach (int v in Walk(n.Next)) yield return v; }", "1,2")]
    [InlineData("context.Buy(Depth.ToString() + this[3]);", "private int _left = 3; private int Depth => _left-- == 0 ? 7 : Depth; private int this[int n] => n == 0 ? 8 : this[n - 1];", "78")]
    [InlineData("Level2 = 3; context.Buy(_set.ToString());", "private int _set; private int Level2 { get => _set; set { if (value == 0) _set = 9; else Level2 = value - 1; } }", "9")]
    [InlineData("context.Buy((new V(1) + new V(4)).N.ToString() + (int)new V(3) + (-new V(2)).N);", "private sealed record V(int N) { public static V operator +(V a, V b) => b.N == 0 ? a : new V(a.N + 1) + new V(b.N - 1); public static explicit operator int(V v) => v.N == 0 ? 6 : (int)new V(v.N - 1); public static V operator -(V v) => v.N == 0 ? v : -new V(v.N - 1); }", "560")]
    [InlineData("context.Buy(new Tree(3).Size.ToString());", "private sealed class Tree { private readonly Tree? _left; public Tree(int n) { if (n > 0) _left = new Tree(n - 1); } public int Size => 1 + (_left?.Size ?? 0); }", "4")]
    [InlineData("int i = 0; again: i++; if (i < 4) goto again; context.Buy(i.ToString());", "", "4")]
    [InlineData("int i = 0; for (int k = 0; k < 9; k++) if (k % 2 == 0) continue; else i += k; context.Buy(i.ToString());", "", "16")]
    [InlineData("int i = 0; do i++; while (i < 5); while (i < 8) i++; foreach (int n in new[] { 1, 2 }) i += n; foreach (var (a, b) in new[] { (1, 2) }) i += a * b; context.Buy(i.ToString());", "", "13")]
    [InlineData("int n = 2; string s = \"\"; switch (n) { case 1: s += 1; break; case 2: s += 2; goto case 1; default: goto case 1; } context.Buy(s);", "", "21")]
    [InlineData("context.Buy(string.Join(',', from a in new[] { 1, 2 } from b in new[] { 3 } let c = a * b where c > 3 orderby c select c));", "", "6")]
    [InlineData("Func<Func<int>> f = () => () => 4; context.Buy(f()().ToString());", "", "4")]
    [InlineData("ref int First(int[] all) => ref all[0]; int[] x = [1]; First(x) = 3; context.Buy(x[0].ToString());", "", "3")]
    [InlineData("try { throw new ArgumentException(\"a\"); } catch { try { throw new InvalidOperationException(); } catch (Exception) { context.Buy(\"b\"); } }", "", "b")]
    [InlineData("int n = 0; try { throw new ArgumentException(\"a\"); } catch (Exception e) when (e is FormatException || n > 0) { n = 1; } catch (ArgumentException e) when (n == 0) { context.Buy(e.Message); }", "", "a")]
    [InlineData("try { try { throw new FormatException(\"f\"); } catch (Exception e) { throw new InvalidOperationException(\"i\", e); } finally { context.ToString(); } } catch (SystemException e) { context.Buy(e.Message + e.InnerException?.Message); }", "", "if")]
    [InlineData("context.Buy(Pick(Kind.B));", "private enum Kind { A, B } private static string Pick(Kind k) => k switch { Kind.A => Pick(Kind.B), Kind.B => \"b\", _ => throw new InvalidOperationException() };", "b")]
    [InlineData("Ring.Run(3, n => context.Buy(n.ToString()));", "private static class Ring { public static void Run(int n, Action<int> done) => Next(n, done); private static void Next(int n, Action<int> done) { if (n == 0) done(n); else Run(n - 1, done); } }", "0")]
    public void Build_LoopsAndRecursionOfAnyShape_DoWhatTheySay(string onBar, string members, string reason) => Assert.Equal([reason], _folder.Run(onBar, members));

    [Fact]
    public void Build_FailingScript_NamesItsLinesInTheStackTrace()
    {
        _folder.Write("x.csx", """
            #load "y.csx"
            // A comment before it all.
            [Strategy("x")]
            public sealed class X : Strategy
            {
                public override void OnBar(StrategyContext context)
                {
                    for (int i = 0; i < 3; i++)
                    {
                        // and one within
                        while (i < 3) if (i == 0)
                            break;
                        else
                            Down(
                                2);
                    }
                }

                private int Down(int n) // why

                    => n == 0
                        ? Fail()
                        : Down(
                            n - 1) + 1;

                private int Fail()
                { foreach (int n in Enumerable.Range(0, 3)
                    .Select(n =>
                        Y.Throw(n)))
                        return n;

                  return 0;
                }
            }
            """);
        _folder.Write("y.csx", "static class Y\r\n{\r\n    public static int Throw(int n)\r\n    {\r\n        try { n++; }\r\n        catch // why\r\n        { n--; }\r\n        try { n++; } catch (Exception) // and why\r\n        when (n > 0) { n--; }\r\n        for (int i = 0; i < 1; i++) { n++; } foreach (int i in new[] { 1 }) n++;\r\n        do\r\n            n++;\r\n        while (n < 5);\r\n        throw new InvalidOperationException();\r\n    }\r\n}");
        using var context = new ScriptContext(_folder.Build("x.csx"));

        Exception thrown = Assert.Throws<InvalidOperationException>(() => OneBar.Run(context.Create()));

        string[] frames = [.. new StackTrace(thrown, fNeedFileInfo: true).GetFrames()
            .Where(f => f.GetFileName()?.EndsWith(".csx", StringComparison.Ordinal) == true)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(f.GetFileName())}:{f.GetFileLineNumber()}"))
            .Distinct()];
        Assert.Equal(["y.csx:14", "x.csx:29", "x.csx:27", "x.csx:21", "x.csx:14"], frames);
    }

    [Theory]
    [InlineData("private sealed class A { private readonly A _a = new A(); }", "x.csx(4,")]
    [InlineData("private sealed class A { private readonly A _a = new(); public A() { } }", "x.csx(4,")]
    [InlineData("private sealed class A { public B Inner { get; } = new(); } private sealed class B : C { } private class C { private readonly A _a = new(); }", "x.csx(4,")]
    [InlineData("private class A(A? a) { } private sealed class B() : A(new B());", "x.csx(4,")]
    [InlineData("private class A { protected A(A? a) { } } private sealed class B : A { public B() : base(new B()) { } }", "x.csx(4,")]
    public void Build_ConstructionWithoutEnd_IsRefusedWhereItStands(string members, string place)
    {
        string[] errors = _folder.Errors(ScriptFolder.Strategy("", members));

        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.StartsWith(place, e, StringComparison.Ordinal));
        Assert.All(errors, e => Assert.Contains("error OT0012: ", e, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("private sealed class A { public static readonly A Zero = new A(); private readonly Func<A> _make = () => new A(); }")]
    [InlineData("private sealed class A { private readonly A? _a; public A() : this(null) { } public A(A? a) { _a = a; } public A(int n) : this(new A()) { } }")]
    [InlineData("private sealed class A(int n) { private readonly List<A> _all = []; private readonly A? _next = n > 0 ? Make(n - 1) : null; private static A Make(int n) => new(n); }")]
    public void Build_ConstructionThatEnds_Compiles(string members) => Assert.Equal(["x"], _folder.Run("context.Buy(\"x\");", members));

    [Fact]
    public void Build_WithoutLoopOrRecursion_IsNotEntered()
    {
        // Helpers, overloads and a lambda: nothing that could call itself, so nothing that would pay for a guard.
        ScriptImage image = _folder.BuildText(ScriptFolder.Strategy(
            "context.Buy(Two(1).ToString() + new[] { 1 }.Sum(n => n + 1));",
            "private int Two(int n) => Two(n, 1); private static int Two(int a, int b) => a + b; public override int WarmupBars => 3;"));
        using var context = new ScriptContext(image);

        string[] entered = [.. Calls.To(context.Assembly, "Enter")];

        Assert.Empty(entered);
        Assert.Equal(["<OnBar>b__0_0"], Calls.To(context.Assembly, "Check"));
    }
}
