using System.Diagnostics;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;

namespace OpenTrading.Benchmarks.Plugins;

/// <summary>From the moment a script is saved until its new version is in use: notice, wait for quiet, compile, load, swap.</summary>
internal sealed class ReloadBenchmark : IBenchmark
{
    private const int WarmUp = 5;
    private const int Runs = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Name => "reload";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        string folder = PluginRoots.ScriptsIn(workspace.Home.Strategies);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "sample.csx");
        File.WriteAllText(path, SampleStrategy.Source("sample"));
        using PluginSet plugins = HostPlugins.Load(workspace.Configuration, workspace.Home, TimeProvider.System);
        using var changed = new SemaphoreSlim(0);
        plugins.Changed += change =>
        {
            if (change.HasTakenEffect)
            {
                changed.Release();
            }
        };
        using var watcher = new PluginWatcher(plugins, TimeProvider.System);

        var milliseconds = new List<double>();
        for (int i = 0; i < WarmUp + Runs; i++)
        {
            long saved = Stopwatch.GetTimestamp();
            File.WriteAllText(path, SampleStrategy.Source("sample") + $"\n// version {i}");
            if (!changed.Wait(Patience))
            {
                throw new InvalidOperationException("The saved script was never loaded.");
            }

            if (i >= WarmUp)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(saved).TotalMilliseconds);
            }
        }

        report.Add("a script from save to use", "ms", milliseconds, Limit.AtMost(300));
    }
}
