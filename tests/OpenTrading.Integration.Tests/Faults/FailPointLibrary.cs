using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>The library that stands between a host and its disk and sockets, <c>failpoints.c</c>, built once for all tests.</summary>
internal static class FailPointLibrary
{
    private static readonly Lazy<Task<string>> Building = new(BuildAsync);

    /// <summary>Why there is none; null when it can be built, and the emulator too.</summary>
    public static string? Obstacle { get; } =
        !OperatingSystem.IsLinux() ? "fail points are preloaded, which needs Linux"
        : EmulatorBuild.Missing is { } missing ? $"the terminal emulator cannot be built: {missing} is not installed"
        : !EmulatorBuild.IsThere("cc") ? "fail points cannot be built: cc is not installed"
        : null;

    /// <summary>Its file.</summary>
    public static Task<string> PathAsync() => Building.Value;

    // Under a name of its own first: another run may be loading it.
    private static async Task<string> BuildAsync()
    {
        string source = Path.Combine(ReferenceFiles.RepositoryRoot, "tests", "OpenTrading.Integration.Tests", "Faults", "failpoints.c");
        string file = Path.Combine(AppContext.BaseDirectory, "failpoints.so");
        string unfinished = $"{file}.{Environment.ProcessId}";
        (await HostProgram.RunAsync("cc", AppContext.BaseDirectory, ["-shared", "-fPIC", "-O2", "-o", unfinished, source, "-ldl"])).RequireSuccess();
        File.Move(unfinished, file, overwrite: true);
        return file;
    }
}
