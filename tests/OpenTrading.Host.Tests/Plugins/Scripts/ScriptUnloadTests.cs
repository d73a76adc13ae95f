using System.Runtime.CompilerServices;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class ScriptUnloadTests
{
    private const int Cycles = 100;

    [Fact]
    public void Unload_AHundredTimes_LeavesNoContextAlive()
    {
        using var folder = new ScriptFolder();
        WeakReference[] contexts = [.. Enumerable.Range(0, Cycles).Select(i => Cycle(folder, i))];

        for (int i = 0; i < 10 && contexts.Any(c => c.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, contexts.Count(c => c.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Cycle(ScriptFolder folder, int number)
    {
        using var context = new ScriptContext(folder.BuildText(ScriptFolder.Strategy(
            $"context.Buy($\"{number} {{Items().Where(i => i > 1).Sum()}}\");",
            "private static IEnumerable<int> Items() { for (int i = 0; i < 4; i++) yield return i; }")));
        ScriptInterrupt interrupt = ScriptInterrupt.Of(context.Assembly)!;
        Assert.Equal([$"{number} 5"], OneBar.Run(context.Create()));
        interrupt.Raise();
        Assert.Throws<OperationCanceledException>(() => OneBar.Run(context.Create()));
        return new WeakReference(context);
    }
}
