using System.ComponentModel;
using System.Diagnostics;

namespace OpenTrading.Integration.Tests;

/// <summary>A fact that needs a file system of its own and skips, with the reason, where none may be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Obstacle = new(Find);

    public MountFactAttribute() => Skip = Obstacle.Value;

    /// <summary>Arguments of <c>unshare</c> that give a command mounts of its own: they end with it, whatever becomes of the test.</summary>
    public static string[] Unshare { get; } = Environment.UserName == "root" ? ["--mount"] : ["--map-root-user", "--mount"];

    private static string? Find()
    {
        try
        {
            using Process probe = Process.Start(new ProcessStartInfo("unshare", [.. Unshare, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) { RedirectStandardError = true })!;
            string error = probe.StandardError.ReadToEnd().Trim();
            probe.WaitForExit();
            return probe.ExitCode == 0 ? null : $"no file system may be mounted here: {error}";
        }
        catch (Win32Exception missing)
        {
            return $"no file system may be mounted here: {missing.Message}";
        }
    }
}
