namespace OpenTrading.Host.Plugins.Scripts.Compilation.Purity;

/// <summary>
/// What of the base library and SDK a script leaves alone, by full name of namespace, type or member, each with what to do instead. The most
/// specific entry decides; null allows.
/// </summary>
internal static class PurityRules
{
    private const string Files = "a script reads no files and no network; take what it needs from the context or its parameters";
    private const string Threads = "a script runs on the session's thread alone; do the work in OnBar";
    private const string Clock = "a script has no clock, or a replay would differ from the live run; take context.Now or the bar's time";
    private const string LocalTime = "all times are UTC, and this one depends on the machine; take the time as it is";
    private const string Reflection = "a script calls what it knows by name; write the call";
    private const string Native = "a script calls no foreign code and lays out no memory; write a plugin project for it";
    private const string Process = "the process is the host's; a script works with its bars, parameters and fields";
    private const string Chance = "the same run must give the same result; seed it, new Random(seed) with a parameter for the seed";
    private const string Culture = "numbers and times are the same everywhere; take CultureInfo.InvariantCulture";
    private const string Broker = "a strategy holds no broker; emit a signal, and the host sends what the risk gate approves";

    private static readonly Dictionary<string, string?> Entries = new(StringComparer.Ordinal)
    {
        ["System.IO"] = Files,
        ["System.Net"] = Files,
        ["Microsoft.Win32"] = Files,

        ["System.Threading"] = Threads,
        ["System.Threading.CancellationToken"] = null,
        ["System.Progress"] = Threads,
        ["System.ThreadStaticAttribute"] = Threads,

        ["System.DateTime.Now"] = Clock,
        ["System.DateTime.UtcNow"] = Clock,
        ["System.DateTime.Today"] = Clock,
        ["System.DateTimeOffset.Now"] = Clock,
        ["System.DateTimeOffset.UtcNow"] = Clock,
        ["System.TimeProvider.System"] = Clock,
        ["System.DateTime.ToLocalTime"] = LocalTime,
        ["System.DateTime.ToUniversalTime"] = LocalTime,
        ["System.DateTimeOffset.ToLocalTime"] = LocalTime,
        ["System.DateTimeOffset.LocalDateTime"] = LocalTime,
        ["System.TimeZoneInfo.Local"] = LocalTime,
        ["System.TimeZone"] = LocalTime,

        ["System.Random.new()"] = Chance,
        ["System.Random.Shared"] = Chance,
        ["System.Guid.NewGuid"] = Chance,
        ["System.Guid.CreateVersion7"] = Chance,
        ["System.Security"] = Chance,

        ["System.Reflection"] = Reflection,
        ["System.Reflection.MemberInfo.Name"] = null,
        ["System.Activator"] = Reflection,
        ["System.Type.GetType"] = Reflection,
        ["System.Type.InvokeMember"] = Reflection,
        ["System.Delegate.DynamicInvoke"] = Reflection,
        ["System.Linq.Expressions"] = Reflection,
        ["System.Dynamic"] = Reflection,

        ["System.Runtime"] = Native,
        ["System.Runtime.CompilerServices"] = null,
        ["System.Runtime.CompilerServices.ModuleInitializerAttribute"] = "nothing of a script runs before it is asked; use the constructor",
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = Native,
        ["System.Runtime.CompilerServices.Unsafe"] = Native,
        ["System.Runtime.CompilerServices.UnsafeAccessorAttribute"] = Native,

        ["System.AppContext"] = Process,
        ["System.AppDomain"] = Process,
        ["System.Console"] = "a script has no screen; give the signal a reason",
        ["System.Diagnostics"] = Process,
        ["System.Diagnostics.CodeAnalysis"] = null,
        ["System.Diagnostics.DebuggerDisplayAttribute"] = null,
        ["System.Diagnostics.UnreachableException"] = null,
        ["System.Environment"] = Process,
        ["System.GC"] = Process,

        ["System.Globalization.CultureInfo.CurrentCulture"] = Culture,
        ["System.Globalization.CultureInfo.CurrentUICulture"] = Culture,
        ["System.Globalization.CultureInfo.DefaultThreadCurrentCulture"] = Culture,
        ["System.Globalization.CultureInfo.DefaultThreadCurrentUICulture"] = Culture,

        // Consumed by the library's own loops, which nothing can interrupt.
        ["System.Linq.Enumerable.InfiniteSequence"] = "a sequence must end; take Enumerable.Range or Sequence",

        ["OpenTrading.Sdk.Brokers"] = Broker,
    };

    private static readonly HashSet<string> WithExceptions = [.. Entries.Where(e => e.Value is null).SelectMany(e => Above(e.Key))];

    /// <summary>The entry that speaks against a name, with its remedy; null when the name may be used.</summary>
    public static (string Entry, string Remedy)? Find(string fullName)
    {
        foreach (string name in (IEnumerable<string>)[fullName, .. Above(fullName)])
        {
            if (Entries.TryGetValue(name, out string? remedy))
            {
                return remedy is null ? null : (name, remedy);
            }
        }

        return null;
    }

    /// <summary>The entry against a namespace as a whole; one that holds something allowed may be named.</summary>
    public static (string Entry, string Remedy)? FindNamespace(string fullName) => WithExceptions.Contains(fullName) ? null : Find(fullName);

    // A.B.C: A.B, A.
    private static IEnumerable<string> Above(string name)
    {
        for (int dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            yield return name[..dot];
        }
    }
}
