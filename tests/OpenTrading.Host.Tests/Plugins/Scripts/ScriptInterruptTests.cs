using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class ScriptInterruptTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("while (true);")]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) { }")]
    [InlineData("for (;;);")]
    [InlineData("do { } while (true);")]
    [InlineData("do; while (true);")]
    [InlineData("again: goto again;")]
    [InlineData("again: if (context.BarsSeen > 0) goto again;")]
    [InlineData("int n = 1; switch (n) { case 1: goto case 2; case 2: goto case 1; }")]
    [InlineData("int n = 1; switch (n) { case 1: goto default; default: goto case 1; }")]
    [InlineData("while (true) { try { while (true); } catch { } }")]
    [InlineData("try { while (true); } catch { while (true); }")]
    [InlineData("try { } finally { while (true); }")]
    [InlineData("while (true) continue;")]
    [InlineData("void Local() { while (true); } Local();")]
    [InlineData("Action act = () => { while (true); }; act();")]
    [InlineData("Action act = delegate { while (true); }; act();")]
    [InlineData("foreach (int n in Endless()) { }")]
    [InlineData("foreach (int n in Endless());")]
    [InlineData("foreach ((int a, int b) in Endless().Select(n => (n, n))) { }")]
    [InlineData("Endless().Last();")]
    [InlineData("Endless().Where(n => n < 0).First();")]
    [InlineData("(from n in Endless() where n < 0 select n).ToList();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).SelectMany(_ => Enumerable.Range(0, int.MaxValue)).Any(n => n < 0);")]
    [InlineData("new Spinning();")]
    [InlineData("_ = Turning;")]
    [InlineData("_ = this[1];")]
    [InlineData("_ = this + this;")]
    [InlineData("while (true) { try { while (true); } catch (OperationCanceledException) { context.Buy(\"caught\"); } }")]
    [InlineData("Again(context);")]
    [InlineData("Action f = null!; f = () => f(); f();")]
    [InlineData("Guarded(() => Guarded(() => { while (true); }));")]
    public void Raise_WhileItNeverReturns_StopsIt(string endless)
    {
        const string Members = """
            private static IEnumerable<int> Endless() { int n = 0; while (true) { yield return unchecked(n++ & 7); } }
            private sealed class Spinning { private readonly int _n = Spin(); private static int Spin() { while (true); } }
            private void Again(StrategyContext context) => Again(context);
            private int Turning { get { while (true); } }
            private int this[int i] { get { for (;;) { i++; } } }
            public static X operator +(X a, X b) { do { } while (true); }
            private static void Guarded(Action act) { for (;;) { try { act(); } catch (ArgumentException) { } } }
            """;
        using var context = new ScriptContext(_folder.BuildText(ScriptFolder.Strategy("context.Buy(\"started\"); " + endless, Members)));

        Assert.IsType<OperationCanceledException>(RunUntilStopped(context));
    }

    [Theory]
    [InlineData("OnBar(context); context.Buy(\"x\");", "")]
    [InlineData("Deeper(0);", "private int Deeper(int n) => Deeper(n + 1) + 1;")]
    [InlineData("Deeper(0);", "private int _n; private void Deeper(int n) { Deeper(n + 1); _n++; }")]
    [InlineData("Ping();", "private int Ping() => Pong() + 1; private int Pong() { return Ping() + 1; }")]
    [InlineData("_ = Mirror;", "private int Mirror => Mirror + 1;")]
    [InlineData("_ = Mirror;", "private int Mirror { get { return Mirror + 1; } }")]
    [InlineData("Mirror = 1;", "private int _n; private int Mirror { get => 0; set { Mirror = value; _n++; } }")]
    [InlineData("_ = this[0];", "private int this[int n] => this[n + 1] + 1;")]
    [InlineData("_ = WarmupBars;", "public override int WarmupBars => WarmupBars + 1;")]
    [InlineData("int Local(int n) => Local(n + 1) + 1; Local(0);", "")]
    [InlineData("Func<int, int> f = null!; f = n => f(n + 1) + 1; f(0);", "")]
    [InlineData("Action f = null!; int n = 0; f = () => { f(); n++; }; f();", "")]
    [InlineData("Action f = null!; int n = 0; f = delegate { f(); n++; }; f();", "")]
    [InlineData("Rec f = (r, n) => r(r, n + 1) + 1; f(f, 0);", "private delegate int Rec(Rec self, int n);")]
    [InlineData("_f = Deeper; Deeper(0);", "private Func<int, int> _f = null!; private int Deeper(int n) => _f(n + 1) + 1;")]
    [InlineData("new Chain();", "private sealed class Chain { private readonly Chain _next; public Chain() { _next = new Chain(); } }")]
    [InlineData("new Chain(null);", "private sealed class Chain(object? o) { private readonly object? _o = Make(o); private static object? Make(object? o) => new Chain(o); }")]
    [InlineData("_ = new Money(1) + new Money(2);", "private sealed record Money(int N) { public static Money operator +(Money a, Money b) => new((b + a).N); }")]
    [InlineData("_ = -new Money(1);", "private sealed record Money(int N) { public static Money operator -(Money a) => new((-a).N); }")]
    [InlineData("int n = new Money(1);", "private sealed record Money(int N) { public static implicit operator int(Money m) => 1 + m; }")]
    [InlineData("_ = new Odd().ToString();", "private sealed class Odd { public override string ToString() => $\"{this}\"; }")]
    [InlineData("_ = new Odd().Equals(1);", "private sealed class Odd { public override bool Equals(object? o) => !Equals(new Odd(), this); public override int GetHashCode() => 0; }")]
    [InlineData("_ = new Odd().GetHashCode();", "private sealed class Odd { public override int GetHashCode() => HashCode.Combine(this); }")]
    [InlineData("new List<Odd> { new(), new() }.Sort();", "private sealed class Odd : IComparable<Odd> { public int CompareTo(Odd? o) => Comparer<Odd>.Default.Compare(this, o) + 1; }")]
    [InlineData("foreach (int n in Walk()) { }", "private static IEnumerable<int> Walk() { foreach (int n in Walk()) yield return n; }")]
    [InlineData("foreach (int n in new Odd()) { }", "private sealed class Odd { public IEnumerator<int> GetEnumerator() { foreach (int n in this) { } yield break; } }")]
    [InlineData("(int a, int b) = new Odd();", "private sealed class Odd { public void Deconstruct(out int a, out int b) { (a, b) = this; a++; } }")]
    [InlineData("new Leaf().Run();", "private abstract class Node { public abstract void Run(); protected void Again() => Run(); } private sealed class Leaf : Node { private int _n; public override void Run() { Again(); _n++; } }")]
    [InlineData("((INode)new Leaf()).Run();", "private interface INode { void Run(); } private sealed class Leaf : INode { private int _n; void INode.Run() { Other(this); _n++; } private static void Other(INode n) => n.Run(); }")]
    [InlineData("_ = new Odd() is (1, 2);", "private sealed class Odd { public void Deconstruct(out int a, out int b) { a = b = this is (1, 2) ? 1 : 0; } }")]
    [InlineData("int n = new List<int>([1]).Where(Same).Count();", "private bool Same(int n) => new List<int>([n]).Where(Same).Any();")]
    [InlineData("Deeper(0);", "private int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch { return 0; } }")]
    [InlineData("Deeper(0);", "private int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch (Exception) { throw; } }")]
    [InlineData("Deeper(0);", "private int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch (SystemException e) when (e is not null) { throw new InvalidOperationException(\"deep\", e); } }")]
    [InlineData("\"x\".Deeper();", "} public static class More { public static int Deeper(this string s) => s.Deeper() + 1;")]
    public void OnBar_RecursionWithoutEnd_ThrowsAndTheHostLives(string call, string members)
    {
        using var context = new ScriptContext(_folder.BuildText(ScriptFolder.Strategy(call, members)));

        Strategy strategy = context.Create();
        Exception? thrown = null;

        // A small stack is soon used up.
        var thread = new Thread(() => thrown = Record.Exception(() => OneBar.Run(strategy)), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.IsType<InsufficientExecutionStackException>(thrown?.GetBaseException());
    }

    [Fact]
    public void Raise_DuringRecursionThatNeverReturns_StopsIt()
    {
        // Two calls a level and only so deep: it would end after the last star has burnt out.
        using var context = new ScriptContext(_folder.BuildText(ScriptFolder.Strategy(
            "context.Buy(\"started\"); Deeper(1000);",
            "private static int Deeper(int left) => left == 0 ? 0 : Deeper(left - 1) + Deeper(left - 1);")));

        Assert.IsType<OperationCanceledException>(RunUntilStopped(context));
    }

    [Fact]
    public void Clear_AfterRaise_LetsItRunAgain()
    {
        using var context = new ScriptContext(_folder.BuildText(ScriptFolder.Strategy("for (int i = 0; i < 3; i++) context.Buy($\"{i}\");")));
        ScriptInterrupt interrupt = ScriptInterrupt.Of(context.Assembly)!;
        interrupt.Raise();
        Assert.Throws<OperationCanceledException>(() => OneBar.Run(context.Create()));

        interrupt.Clear();

        Assert.Equal(["0", "1", "2"], OneBar.Run(context.Create()));
    }

    [Fact]
    public void Raise_OneScript_LeavesAnotherAlone()
    {
        ScriptImage image = _folder.BuildText(ScriptFolder.Strategy("for (int i = 0; i < 1; i++) context.Buy(\"x\");"));
        using var first = new ScriptContext(image);
        using var second = new ScriptContext(image);

        ScriptInterrupt.Of(first.Assembly)!.Raise();

        Assert.Equal(["x"], OneBar.Run(second.Create()));
    }

    [Fact]
    public void Of_AnAssemblyThatIsNoScript_IsNull() => Assert.Null(ScriptInterrupt.Of(typeof(Strategy).Assembly));

    // Raised only once the script says that it runs.
    private static Exception? RunUntilStopped(ScriptContext context)
    {
        Strategy strategy = context.Create();
        ScriptInterrupt interrupt = ScriptInterrupt.Of(context.Assembly)!;
        using var started = new ManualResetEventSlim();
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            var market = new OneBar();
            market.Emitted += started.Set;
            thrown = Record.Exception(() => market.Show(strategy));
        }) { IsBackground = true };
        thread.Start();
        Assert.True(started.Wait(Patience), "It did not start.");
        interrupt.Raise();
        Assert.True(thread.Join(Patience), "It did not stop.");
        return thrown;
    }
}
