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

    private readonly Action<bool> _set;

    private ScriptInterrupt(Action<bool> set) => _set = set;

    /// <summary>The interrupt of a script's assembly; null for an assembly that is no script's.</summary>
    public static ScriptInterrupt? Of(Assembly assembly) =>
        assembly.GetType(TypeName)?.GetMethod("Set", BindingFlags.Static | BindingFlags.NonPublic) is { } set
            ? new ScriptInterrupt(set.CreateDelegate<Action<bool>>())
            : null;

    /// <summary>Stops what runs, and everything that is called from now on.</summary>
    public void Raise() => _set(true);

    /// <summary>Lets the script be called again.</summary>
    public void Clear() => _set(false);
}
