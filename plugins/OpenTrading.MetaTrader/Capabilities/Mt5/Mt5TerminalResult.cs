using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>The terminal itself.</summary>
public sealed record Mt5TerminalResult : DataResult
{
    /// <summary>Build.</summary>
    public required long Build { get; init; }

    /// <summary>Name of the program.</summary>
    public required string Name { get; init; }

    /// <summary>Broker it came from.</summary>
    public required string Company { get; init; }

    /// <summary>Whether algorithmic trading is on in the terminal and for the account.</summary>
    public required bool TradeAllowed { get; init; }

    /// <summary>Whether the expert may trade.</summary>
    public required bool ExpertsAllowed { get; init; }

    /// <summary>Whether programs may use libraries; null where the terminal does not tell: the expert uses none.</summary>
    public bool? DllsAllowed { get; init; }

    /// <summary>Most bars in a chart.</summary>
    public required long MaxBars { get; init; }

    /// <summary>Time to the trade server, milliseconds.</summary>
    public required double Ping { get; init; }
}
