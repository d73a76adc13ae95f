using System.Reflection;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts.Compilation;

/// <summary>Which methods of a script call the interrupt.</summary>
internal static class Calls
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private const byte Call = 0x28;

    /// <summary>Names of the script's methods whose code has a call of a method of the interrupt.</summary>
    public static IEnumerable<string> To(Assembly script, string method)
    {
        Type interrupt = script.GetType(ScriptInterrupt.TypeName)!;
        byte[] call = [Call, .. BitConverter.GetBytes(interrupt.GetMethod(method, All)!.MetadataToken)];
        return script.GetTypes().Where(t => t != interrupt)
            .SelectMany(t => t.GetMethods(All).Cast<MethodBase>().Concat(t.GetConstructors(All)))
            .Where(m => m.GetMethodBody()?.GetILAsByteArray() is { } code && code.AsSpan().IndexOf(call) >= 0)
            .Select(m => m.Name);
    }
}
