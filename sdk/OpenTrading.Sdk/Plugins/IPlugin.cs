namespace OpenTrading.Sdk.Plugins;

/// <summary>
/// A part that is dropped into the host. One public class with a parameterless constructor per assembly; strategies alone need none, they are
/// found by their <see cref="Strategies.StrategyAttribute"/>.
/// </summary>
public interface IPlugin
{
    /// <summary>Registers what the plugin offers. Called once, before anything of it runs; it must not do any work.</summary>
    void Register(IPluginRegistry registry);
}
