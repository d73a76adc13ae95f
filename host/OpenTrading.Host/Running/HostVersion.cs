using System.Reflection;

namespace OpenTrading.Host.Running;

/// <summary>Version of the program.</summary>
internal static class HostVersion
{
    /// <summary>Such as <c>0.1.0</c>, without the revision it was built from.</summary>
    public static string Text { get; } =
        typeof(HostVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
