using System.Diagnostics;

namespace OpenTrading.Tests.Shared.Terminals;

/// <summary>The terminal emulator with the expert in it, built once for all tests.</summary>
internal static class EmulatorBuild
{
    private static readonly string[] Tools = ["make", "g++", "python3"];
    private static readonly Lazy<Task> Building = new(BuildAsync);

    /// <summary>A tool that is not there; null when all are.</summary>
    public static string? Missing { get; } = Tools.FirstOrDefault(tool => !IsThere(tool));

    private static string Folder { get; } = Path.Combine(ReferenceFiles.RepositoryRoot, "mql5", "emulator");

    /// <summary>The program of a platform.</summary>
    /// <param name="platform">mt5 or mt4.</param>
    public static async Task<string> ProgramAsync(string platform)
    {
        await Building.Value;
        return Path.Combine(Folder, "build", $"terminal-{platform}");
    }

    // The shared build folder serves other runs too; whoever comes second finds nothing left to do.
    private static async Task BuildAsync()
    {
        using FileStream turn = await TurnAsync(Path.Combine(Path.GetTempPath(), "opentrading-emulator.lock"));
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        using Process making = Process.Start(new ProcessStartInfo("make", ["all"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = making.StandardOutput.ReadToEndAsync(late.Token);
        string fault = await making.StandardError.ReadToEndAsync(late.Token);
        await making.WaitForExitAsync(late.Token);
        Assert.True(making.ExitCode == 0, $"{await output}\n{fault}");
    }

    private static async Task<FileStream> TurnAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Whether a program is installed.</summary>
    public static bool IsThere(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
