using System.Reflection;

namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>
/// The way to stop a script that does not return: every loop and recursion of it looks at this between two steps, and while it is raised throws
/// <see cref="OperationCanceledException"/>.
/// </summary>
/// <threadsafety>Safe: raised from another thread than the script's. Holding it holds the script's assembly in memory.</threadsafety>
internal sealed class ScriptInterrupt
{
    /// <summary>Full name of the class that is compiled into every script.</summary>
    public const string TypeName = "OpenTrading.Woven.Interrupt";

    // Longer than a late call is given to notice.
    private static readonly TimeSpan PulseLength = TimeSpan.FromMilliseconds(400);

    private readonly Action<bool> _set;
    private readonly ITimer _end;

    private ScriptInterrupt(Action<bool> set, TimeProvider time)
    {
        _set = set;
        _end = time.CreateTimer(_ => Clear(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The interrupt of a script's assembly; null for an assembly that is no script's.</summary>
    public static ScriptInterrupt? Of(Assembly assembly, TimeProvider? time = null) =>
        assembly.GetType(TypeName)?.GetMethod("Set", BindingFlags.Static | BindingFlags.NonPublic) is { } set
            ? new ScriptInterrupt(set.CreateDelegate<Action<bool>>(), time ?? TimeProvider.System)
            : null;

    /// <summary>Stops what runs, and everything that is called from now on.</summary>
    public void Raise() => _set(true);

    /// <summary>Stops what runs now, and lets the script be called again a moment later.</summary>
    public void Pulse()
    {
        Raise();
        _end.Change(PulseLength, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the script be called again.</summary>
    public void Clear() => _set(false);
}
