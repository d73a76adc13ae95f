using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>A strategy that can be run: what it declares of itself, and how one is made.</summary>
public sealed class StrategyOffer
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What it declares.</summary>
    public required StrategyAttribute Declaration { get; init; }

    /// <summary>Its parameters, and how they make it.</summary>
    public required ParameterList Parameters { get; init; }

    /// <summary>What it is made of.</summary>
    public required StrategyKind Kind { get; init; }

    /// <summary>Plugin that offers it.</summary>
    public required string PluginId { get; init; }

    /// <summary>Version of that plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Hash of that plugin's code.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Values of parameters that the configuration sets.</summary>
    public IReadOnlyDictionary<string, string> Configured { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it is not run; null when it may be.</summary>
    public string? Disabled { get; init; }

    /// <summary>How a call that takes too long is stopped; null where that is impossible.</summary>
    public Action? Interrupt { get; init; }

    /// <summary>Told when it failed while it ran, and whether its thread had to be left behind.</summary>
    public Action<string, bool> Failed { get; init; } = static (_, _) => { };

    /// <summary>Bar lengths it is meant for.</summary>
    public IReadOnlyList<Timeframe> Timeframes => Declaration.Timeframes.Length > 0 ? Declaration.Timeframes : OpenTrading.Sdk.Market.Timeframes.All;

    /// <summary>Values of all parameters: the given ones, then the configured ones, then the defaults.</summary>
    /// <param name="given">Values as text by name.</param>
    /// <exception cref="CapabilityException">A name is unknown, or a value is wrong: <see cref="ErrorCode.ValidationError"/>.</exception>
    public IReadOnlyList<object?> Bind(IReadOnlyDictionary<string, string> given) =>
        Argument.Read("parameters", () => Parameters.Bind(Id, ParameterList.Merge(Configured, given)));

    /// <summary>Makes one.</summary>
    /// <param name="values">Values of all parameters.</param>
    /// <exception cref="CapabilityException">Its constructor refuses the values: <see cref="ErrorCode.ValidationError"/>.</exception>
    public Strategy Make(IReadOnlyList<object?> values) => Argument.Read("parameters", () => (Strategy)Parameters.Create(Id, values));
}
