using OpenTrading.Analysis.Charts;
using OpenTrading.Analysis.Context;
using OpenTrading.Analysis.Distributions;
using OpenTrading.Analysis.Divergences;
using OpenTrading.Analysis.Levels;
using OpenTrading.Analysis.Packets;
using OpenTrading.Analysis.Patterns;
using OpenTrading.Analysis.Profiles;
using OpenTrading.Analysis.Regimes;
using OpenTrading.Analysis.Relations;
using OpenTrading.Analysis.Seasons;
using OpenTrading.Analysis.Structure;
using OpenTrading.Analysis.Volatility;
using OpenTrading.Analysis.Zones;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Analysis;

/// <summary>What the bars of any symbol say: structure, levels, regimes, patterns, statistics. Never what to do about it.</summary>
public sealed class AnalysisPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        var history = new BarHistory(registry.Context);
        registry.AddCapabilities(new PacketCapabilities(history, new PacketSurroundings(registry.Context)));
        registry.AddCapabilities(new StructureCapabilities(history));
        registry.AddCapabilities(new LevelCapabilities(history));
        registry.AddCapabilities(new ContextCapabilities(history));
        registry.AddCapabilities(new VolatilityCapabilities(history));
        registry.AddCapabilities(new RegimeCapabilities(history));
        registry.AddCapabilities(new ReturnCapabilities(history));
        registry.AddCapabilities(new SeasonCapabilities(history));
        registry.AddCapabilities(new CorrelationCapabilities(history));
        registry.AddCapabilities(new PairCapabilities(history));
        registry.AddCapabilities(new StrengthCapabilities(history));
        registry.AddCapabilities(new PatternCapabilities(history));
        registry.AddCapabilities(new DivergenceCapabilities(history));
        registry.AddCapabilities(new ZoneCapabilities(history));
        registry.AddCapabilities(new ProfileCapabilities(history));
        registry.AddCapabilities(new ChartCapabilities(history, registry.Context.Charts));
    }
}
