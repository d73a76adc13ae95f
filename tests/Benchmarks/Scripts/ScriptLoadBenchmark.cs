using OpenTrading.Benchmarks.Harness;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Scripts;

/// <summary><c>opentrading strategies list</c> of a home with twenty scripts, compiled and from the cache, beside the same of a home with none.</summary>
internal sealed class ScriptLoadBenchmark : IBenchmark
{
    private const int Scripts = 20;
    private const int Runs = 7;

    public string Name => "script load";

    public void Run(Report report)
    {
        using var none = new Workspace();
        using var twenty = new Workspace();
        string cache = Path.Combine(twenty.Home.State, "scripts");
        WriteScripts(Directory.CreateDirectory(Path.Combine(twenty.Home.Strategies, "scripts")).FullName);
        Seconds(none);
        double[] without = [.. Enumerable.Range(0, Runs).Select(_ => Seconds(none))];
        double[] compiled = [.. Enumerable.Range(0, Runs).Select(_ =>
        {
            Directory.Delete(cache, recursive: true);
            return Seconds(twenty);
        })];
        double[] cached = [.. Enumerable.Range(0, Runs).Select(_ => Seconds(twenty))];

        double start = without.Order().ElementAt(Runs / 2);
        report.Add("strategies list: whole process, no own scripts", "s", without);
        report.Add("strategies list: 20 scripts compiled, above that", "s", compiled.Select(s => s - start), Limit.AtMost(3));
        report.Add("strategies list: 20 scripts from the cache, above that", "s", cached.Select(s => s - start), Limit.AtMost(0.5));
    }

    private static double Seconds(Workspace workspace) =>
        HostProcess.Run(onlyFirstLine: false, "strategies", "list", "--home", workspace.Home.Root, "--json").Whole.Wall.TotalSeconds;

    // The shipped ones again and again, each under an id of its own.
    private static void WriteScripts(string folder)
    {
        string[] shipped = Directory.GetFiles(Path.Combine(ReferenceFiles.RepositoryRoot, "strategies", "scripts"), "*.csx");
        for (int i = 0; i < Scripts; i++)
        {
            string source = shipped[i % shipped.Length];
            string id = Path.GetFileNameWithoutExtension(source);
            File.WriteAllText(Path.Combine(folder, $"{id}-{i}.csx"), File.ReadAllText(source).Replace($"\"{id}\"", $"\"{id}-{i}\"", StringComparison.Ordinal));
        }
    }
}
