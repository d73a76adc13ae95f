using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Where the prices of a backtest come from.</summary>
internal interface IPriceSource
{
    /// <summary>The instrument of a name in the request.</summary>
    /// <exception cref="DataException">It is unknown.</exception>
    Instrument Instrument(string symbol);

    /// <summary>Reads one instrument.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="lower">Timeframe of the bars inside the bars; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataException">There are no such prices.</exception>
    PriceInput Read(BacktestRequest request, Instrument instrument, Timeframe? lower, CancellationToken cancellationToken);
}
