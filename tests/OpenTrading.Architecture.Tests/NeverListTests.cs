namespace OpenTrading.Architecture.Tests;

/// <summary>The list of what must never be, asserted on project files and on the references of the built assemblies.</summary>
public class NeverListTests
{
    private const string Sdk = "OpenTrading.Sdk";
    private static readonly string[] HostAssemblies = ["OpenTrading.Kernel", "opentrading"];

    [Fact]
    public void Sdk_ReferencesTheBaseClassLibraryAlone()
    {
        ProjectFile sdk = ProjectFile.Named(Sdk);

        Assert.Empty(sdk.CompiledProjects);
        Assert.Empty(sdk.Packages);
        Assert.All(sdk.ReferencedAssemblies, name => Assert.StartsWith("System", name));
    }

    [Fact]
    public void Simulation_ReferencesTheSdkAlone()
    {
        ProjectFile simulation = ProjectFile.Named("OpenTrading.Simulation");

        Assert.Equal([Sdk], simulation.CompiledProjects);
        Assert.All(simulation.ReferencedAssemblies, name => Assert.True(name == Sdk || name.StartsWith("System", StringComparison.Ordinal), name));
    }

    [Fact]
    public void SdkTesting_ReferencesTheSdkAndXunitAlone()
    {
        ProjectFile testing = ProjectFile.Named("OpenTrading.Sdk.Testing");

        Assert.Equal([Sdk], testing.CompiledProjects);
        Assert.All(testing.Packages, name => Assert.StartsWith("xunit.", name));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Plugin_ReferencesNeitherHostNorPlugin(string name)
    {
        ProjectFile plugin = ProjectFile.Named(name);
        string[] allowed = [Sdk, "OpenTrading.Simulation"];

        Assert.All(plugin.CompiledProjects, reference => Assert.Contains(reference, allowed));
        Assert.DoesNotContain(plugin.ReferencedAssemblies, reference =>
            HostAssemblies.Contains(reference) || (reference.StartsWith("OpenTrading.", StringComparison.Ordinal) && !allowed.Contains(reference)));
    }

    [Fact]
    public void Kernel_KnowsNoLoadingConfigurationOrFaces()
    {
        ProjectFile kernel = ProjectFile.Named("OpenTrading.Kernel");
        string[] banned = ["Microsoft.AspNetCore", "ModelContextProtocol", "Microsoft.CodeAnalysis", "System.CommandLine", "Spectre.Console", "System.Runtime.Loader"];

        Assert.Equal(["Microsoft.Data.Sqlite.Core"], kernel.Packages);
        Assert.DoesNotContain(kernel.ReferencedAssemblies, name => banned.Any(b => name.StartsWith(b, StringComparison.Ordinal)));
        Assert.DoesNotContain(kernel.UsedTypes, type => type.StartsWith("System.Runtime.Loader.AssemblyLoadContext", StringComparison.Ordinal));
        Assert.Equal([Sdk, "OpenTrading.Simulation"], kernel.CompiledProjects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Host_CompilesAgainstTheBuiltInRiskPluginAlone()
    {
        ProjectFile host = ProjectFile.Named("OpenTrading.Host");
        string[] plugins = [.. ProjectFile.All.Where(p => p.Room is "plugins" or "strategies").Select(p => p.Name)];

        Assert.Equal(["OpenTrading.Risk"], host.ReferencedAssemblies.Intersect(plugins));
    }

    [Fact]
    public void Strategies_HaveNoBrokerClockFileOrTask()
    {
        string[] banned =
        [
            "OpenTrading.Sdk.Brokers.", "System.TimeProvider", "System.IO.File", "System.IO.Directory", "System.Net.", "System.Threading.Tasks.Task", "System.Threading.Thread",
        ];
        ProjectFile[] strategies = [.. ProjectFile.All.Where(p => p.Room == "strategies")];

        Assert.NotEmpty(strategies);
        Assert.All(strategies, strategy =>
            Assert.DoesNotContain(strategy.UsedTypes, type => banned.Any(b => type.StartsWith(b, StringComparison.Ordinal))));
    }

    [Fact]
    public void RiskRules_HaveNoClockOrInputOutput()
    {
        string[] banned = ["System.TimeProvider", "System.IO.", "System.Net.", "System.Threading.", "System.Random", "System.Diagnostics.Stopwatch"];

        Assert.DoesNotContain(ProjectFile.Named("OpenTrading.Risk").UsedTypes, type => banned.Any(b => type.StartsWith(b, StringComparison.Ordinal)));
    }

    [Fact]
    public void OnlyTheRouter_SendsToABroker()
    {
        // The sending face is named in the SDK, implemented by brokers, and held by the router alone.
        string kernel = Path.GetDirectoryName(ProjectFile.Named("OpenTrading.Kernel").Path)!;
        string[] holders =
        [
            .. Directory.GetFiles(kernel, "*.cs", SearchOption.AllDirectories)
                .Where(file => System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(file), @"\bIBroker\b"))
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(["OrderRouter.cs", "SimulatedBroker.cs"], holders);
    }

    [Fact]
    public void Kernel_ShowsItsInternalsToNobody() => Assert.Empty(ProjectFile.Named("OpenTrading.Kernel").FriendAssemblies);

    [Fact]
    public void NoFile_IsLongerThan400Lines()
    {
        string[] tooLong =
        [
            .. ProjectFile.All.SelectMany(p => Directory.GetFiles(Path.GetDirectoryName(p.Path)!, "*.cs", SearchOption.AllDirectories))
                .Where(file => File.ReadLines(file).Count() > 400),
        ];

        Assert.Empty(tooLong);
    }

    public static TheoryData<string> Plugins => [.. ProjectFile.All.Where(p => p.Room is "plugins" or "strategies").Select(p => p.Name)];
}
