using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.History;

/// <summary>A position that is open, with what came of it so far.</summary>
/// <param name="symbol">Instrument.</param>
/// <param name="side">Direction.</param>
internal sealed class OpenTrade(string symbol, OrderSide side)
{
    private string? _source;
    private decimal? _risk = 0;
    private decimal _net;

    /// <summary>Adds what a fill opened.</summary>
    /// <param name="source">Proposer of its order; null when it was none of the host's.</param>
    /// <param name="risk">What the fill stands to lose at its stop; null when that is not known.</param>
    public void Enlarge(string? source, decimal? risk)
    {
        _source = source ?? _source;
        _risk += risk;
    }

    /// <summary>Books money of a fill.</summary>
    public void Book(decimal net) => _net += net;

    /// <summary>The trade, once nothing is open any more.</summary>
    public TradeResult Close(ExecutionReport last) => new(last.Fill!.PositionTicket, symbol, side, _source, last.Time, last.Fill.Reason, _net, _risk);
}
