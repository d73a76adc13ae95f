using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Plugins;

/// <summary>What a plugin may know of its host while it registers.</summary>
public interface IPluginContext
{
    /// <summary>The host's market time. A plugin reads no other clock.</summary>
    TimeProvider Clock { get; }

    /// <summary>Seed for everything that looks random; the same seed gives the same run.</summary>
    int Seed { get; }

    /// <summary>Where the broker's day begins.</summary>
    BrokerDay Day { get; }

    /// <summary>The stored market history.</summary>
    IBarStore Store { get; }

    /// <summary>Known instruments by symbol.</summary>
    IReadOnlyDictionary<string, Instrument> Instruments { get; }
}
