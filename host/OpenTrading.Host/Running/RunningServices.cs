using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Running;

/// <summary>The parts of plugins that work while the host runs. One that cannot start is left out, and the host goes on without it.</summary>
internal sealed class RunningServices : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PluginSet _plugins;
    private readonly TimeProvider _wall;
    private readonly List<(string PluginId, IPluginService Service)> _running = [];
    private readonly List<string> _lines = [];

    private RunningServices(PluginSet plugins, TimeProvider wall) => (_plugins, _wall) = (plugins, wall);

    /// <summary>A line for each: what it does, or why it does not.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Starts them all, in order of registration.</summary>
    public static async Task<RunningServices> StartAsync(PluginSet plugins, TimeProvider wall, CancellationToken cancellationToken)
    {
        var services = new RunningServices(plugins, wall);
        foreach (Plugin plugin in plugins.Catalog.Plugins.Where(p => p.IsUsable))
        {
            foreach (IPluginService service in plugin.Offers.Services)
            {
                await services.StartAsync(plugin.Id, service, cancellationToken).ConfigureAwait(false);
            }
        }

        return services;
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((string id, IPluginService service) in Enumerable.Reverse(_running))
        {
            try
            {
                await service.StopAsync().WaitAsync(Patience, _wall).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Foreign code: whatever it throws at the end, the others and the host end in order.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _plugins.Fail(id, $"{service.Name} did not stop: {PluginFault.Describe(e)}", needsRestart: true);
            }
        }
    }

    private async Task StartAsync(string pluginId, IPluginService service, CancellationToken cancellationToken)
    {
        _running.Add((pluginId, service));
        try
        {
            _lines.Add(await service.StartAsync(cancellationToken).WaitAsync(Patience, _wall, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Foreign code: whatever it throws, the host goes on without it and says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            string why = e is IOException ? e.Message.TrimEnd('.') : PluginFault.Describe(e);
            _lines.Add($"no {service.Name}: {why}; the host goes on without it");
            _plugins.Fail(pluginId, $"{service.Name}: {why}", needsRestart: true);
        }
    }
}
