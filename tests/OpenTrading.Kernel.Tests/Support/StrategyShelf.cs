using System.Reflection;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Kernel.Tests.Signals;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>The strategies of the tests, ready to be asked.</summary>
internal sealed class StrategyShelf : IStrategyCatalog
{
    /// <summary>Parameters of <c>hourly</c>.</summary>
    public Dictionary<string, string> Hourly { get; } = [];

    public IReadOnlyList<StrategyOffer> All => [.. new[] { typeof(HourlyStrategy), typeof(DoubterStrategy), typeof(SleeperStrategy) }.Select(Offer)];

    public IReadOnlyList<string> Voting => [.. All.Select(o => o.Id)];

    public StrategyOffer Require(string id) => All.FirstOrDefault(o => o.Id == id) ?? throw new CapabilityException(ErrorCode.NotFound, $"There is no strategy '{id}'", "See list_strategies.");

    private StrategyOffer Offer(Type type)
    {
        StrategyAttribute declaration = type.GetCustomAttribute<StrategyAttribute>()!;
        return new StrategyOffer
        {
            Id = declaration.Id,
            Declaration = declaration,
            Parameters = ParameterList.Of(type),
            Kind = StrategyKind.Rule,
            PluginId = "Tests",
            Version = "1.2.3",
            Sha256 = new string('a', 64),
            Configured = declaration.Id == "hourly" ? Hourly : [],
            Failed = (_, _) => { },
        };
    }
}
