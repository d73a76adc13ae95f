using System.Diagnostics;
using System.Reflection;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Templates.Tests;

/// <summary>
/// A stranger's machine: the packages of this build in a folder feed, the templates installed from it, and nothing shared with the real user's
/// settings. What the packages depend on comes from the package cache that this build was restored into, so no network is needed.
/// </summary>
public sealed class Workbench : IDisposable
{
    private static readonly string[] Packed = ["sdk/OpenTrading.Sdk", "sdk/OpenTrading.Simulation", "sdk/OpenTrading.Sdk.Testing", "templates/OpenTrading.Templates"];

    private readonly string _root = Directory.CreateTempSubdirectory("opentrading-templates-").FullName;

    public Workbench()
    {
        foreach (string project in Packed)
        {
            Dotnet(ReferenceFiles.RepositoryRoot, "pack", project, "--no-build", "--nologo", "-c", Setting("Configuration"), "-o", Feed);
        }

        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="built" value="{Feed}" />
                <add key="cache" value="{Setting("PackageCache")}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="built"><package pattern="OpenTrading.*" /></packageSource>
                <packageSource key="cache"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        Dotnet(_root, "new", "install", Path.Combine(Feed, $"OpenTrading.Templates.{Version}.nupkg"), "--debug:custom-hive", Hive);
    }

    /// <summary>Version the packages have.</summary>
    public static string Version => Setting("Version");

    /// <summary>Folder of the packages.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>Home of the host that what was made is dropped into.</summary>
    public string Home => Path.Combine(_root, "data");

    private string Hive => Path.Combine(_root, "hive");

    private static string Program =>
        Path.Combine(ReferenceFiles.RepositoryRoot, "artifacts", "bin", "OpenTrading.Host", Setting("Configuration").ToLowerInvariant(), "opentrading");

    /// <summary>Makes a solution or file from a template, and tells in which folder it is.</summary>
    public string New(string template, string name)
    {
        Dotnet(_root, "new", template, "-n", name, "-o", name, "--debug:custom-hive", Hive);
        return Path.Combine(_root, name);
    }

    /// <summary>Runs the host's program in the home, and gives what it printed.</summary>
    public string Host(params string[] arguments) =>
        Run(Program, _root, ["--home", Home, "--config", Path.Combine(ReferenceFiles.RepositoryRoot, "config", "opentrading.toml"), .. arguments]);

    /// <summary>Runs the command line tool, and gives what it printed.</summary>
    public string Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Run(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_HOME"] = Path.Combine(_root, "home");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // What the runner of these tests is told must not reach the builds below it.
        foreach (string variable in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || key.StartsWith("VSTEST", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        // Nor may helpers of those builds outlive them, with this process's pipes in their hands.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (folder != ReferenceFiles.RepositoryRoot)
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} in {folder} ended with {process.ExitCode}:\n{output}");
        return output;
    }

    private static string Setting(string key) =>
        typeof(Workbench).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!;
}
