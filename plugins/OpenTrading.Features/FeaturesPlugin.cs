using OpenTrading.Features.Conditions;
using OpenTrading.Features.Indicators;
using OpenTrading.Features.Sets;
using OpenTrading.Features.Snapshots;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Features;

/// <summary>Indicators, feature sets and conditions over the bars of any symbol.</summary>
public sealed class FeaturesPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        var history = new BarHistory(registry.Context);
        registry.AddCapabilities(new IndicatorCapabilities(history));
        registry.AddCapabilities(new SnapshotCapabilities(history));
        registry.AddCapabilities(new FeatureCapabilities(history));
        registry.AddCapabilities(new ConditionCapabilities(history));
    }
}
