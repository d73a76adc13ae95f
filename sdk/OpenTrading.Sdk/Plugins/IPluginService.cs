namespace OpenTrading.Sdk.Plugins;

/// <summary>A part of a plugin that works while the host runs: it listens, connects or watches.</summary>
/// <remarks>
/// Started when the host stands, in the order of registration, and stopped before the host ends. A command without a running host starts none. A plugin
/// with a service is exchanged by a restart alone.
/// </remarks>
public interface IPluginService
{
    /// <summary>What it is called on screens, such as <c>MetaTrader</c>.</summary>
    string Name { get; }

    /// <summary>Starts to work and returns when it does.</summary>
    /// <returns>A line for the screen: what it does and where, such as the address it listens on.</returns>
    /// <exception cref="IOException">Something it needs, such as a port, is taken. The host says so and goes on without the service.</exception>
    Task<string> StartAsync(CancellationToken cancellationToken);

    /// <summary>Ends its work and returns when nothing of it runs any more. Also called for one that did not start.</summary>
    Task StopAsync();
}
