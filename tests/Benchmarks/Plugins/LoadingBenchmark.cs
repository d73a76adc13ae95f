using OpenTrading.Benchmarks.Harness;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Benchmarks.Plugins;

/// <summary>A start with twenty plugins and twenty scripts, before anything of them was ever compiled and after.</summary>
internal sealed class LoadingBenchmark : IBenchmark
{
    private const int Parts = 20;
    private const int Runs = 5;

    public string Name => "loading";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        Directory.CreateDirectory(Path.Combine(workspace.Home.Strategies, "scripts"));
        for (int i = 0; i < Parts; i++)
        {
            PluginCompiler.Drop(workspace.Home.Strategies, $"Plugin{i}", SampleStrategy.Source($"plugin-{i}"));
            File.WriteAllText(Path.Combine(workspace.Home.Strategies, "scripts", $"script-{i}.csx"), SampleStrategy.Source($"script-{i}"));
        }

        var cold = new List<double>();
        var cached = new List<double>();
        var bare = new List<double>();
        for (int i = 0; i < Runs; i++)
        {
            if (Directory.Exists(workspace.Home.ScriptCache))
            {
                Directory.Delete(workspace.Home.ScriptCache, recursive: true);
            }

            cold.Add(List(workspace.Home.Root));
            cached.Add(List(workspace.Home.Root));
            using var empty = new Workspace();
            bare.Add(List(empty.Home.Root));
        }

        report.Add($"opentrading strategies list, {Parts} plugins and {Parts} scripts, none compiled yet", "s", cold, Limit.AtMost(3));
        report.Add("the same, scripts from the cache", "s", cached);
        report.Add($"the same, what the {2 * Parts} parts cost over an empty home", "s", cached.Zip(bare, (with, without) => with - without), Limit.AtMost(0.5));
    }

    private static double List(string home) => HostProcess.Run(onlyFirstLine: false, "strategies", "list", "--home", home).Whole.Wall.TotalSeconds;
}
