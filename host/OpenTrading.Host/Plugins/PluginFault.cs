using System.Reflection;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Plugins;

/// <summary>Says in one line what a plugin's exception means to the one who must mend it.</summary>
internal static class PluginFault
{
    /// <summary>The reason with its remedy.</summary>
    public static string Describe(Exception e) => e switch
    {
        PluginException or ScriptException => e.Message,
        TargetInvocationException { InnerException: { } inner } => Describe(inner),
        TypeInitializationException { InnerException: { } inner } => Describe(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Describe(first),
        DllNotFoundException => $"a native library is missing ({FirstSentence(e)}); put it beside the plugin, or install it.",
        BadImageFormatException => "it is no .NET assembly, or a damaged one; replace or remove it.",
        FileNotFoundException { FileName: { } name } => $"it needs {name.Split(',')[0]}, which cannot be loaded; copy the whole drop-in folder of the build.",
        MissingMemberException or TypeLoadException => $"it does not fit this host's SDK ({FirstLine(e)}); build it against OpenTrading.Sdk {PluginAdmission.SdkVersion.ToString(2)}.",
        IOException or UnauthorizedAccessException => $"it cannot be read ({FirstLine(e)}); give this user the file.",
        _ => $"it threw {e.GetType().Name}: {FirstLine(e)}",
    };

    /// <summary>What went wrong in a capability.</summary>
    public static string Describe(CapabilityFault fault) => $"capability {fault.Capability.Name} " + fault switch
    {
        { Thrown: { } thrown } => $"failed: {Describe(thrown)}",
        { IsLeftBehind: true } => "did not return; its thread was left behind",
        _ => "did not return and was stopped",
    };

    /// <summary>What a person needs of a message: some go on with advice or a list of files.</summary>
    public static string FirstLine(Exception e) => e.Message.Split('\n', 2)[0].TrimEnd();

    // The runtime goes on with how to trace a loader; no file name has a point before a space.
    private static string FirstSentence(Exception e) => FirstLine(e).Split(". ", 2)[0].TrimEnd('.');
}
