using OpenTrading.Alerts.Book;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Watching;

/// <summary>The markets on which alerts wait: each alert stands at its price or among the expressions of its bars, and leaves when it waits no more.</summary>
/// <param name="context">Prices, instruments, indicators.</param>
/// <threadsafety>Not safe: who holds it sees to that.</threadsafety>
internal sealed class WatchedMarkets(IPluginContext context)
{
    private readonly Dictionary<(string Source, string Symbol), Watched> _markets = [];

    /// <summary>The markets as they are now: what is looked at may fire, and with its last alert a market goes.</summary>
    public IReadOnlyList<Watched> Now => [.. _markets.Values];

    /// <summary>The market of an alert; null while none waits there.</summary>
    public Watched? Of(Alert alert) => _markets.GetValueOrDefault((alert.Source, alert.BrokerSymbol));

    /// <summary>The market of a series; null while no alert waits there.</summary>
    public Watched? Of(SeriesKey key) => _markets.GetValueOrDefault((key.Source, key.Symbol));

    /// <summary>Lets an alert wait again that was kept.</summary>
    public void Restore(Alert alert) =>
        Add(alert, new MarketSymbol(context.Instruments.GetValueOrDefault(alert.Symbol) ?? Unknown(alert), alert.Source) { BrokerSymbol = alert.BrokerSymbol });

    /// <summary>Lets an alert wait.</summary>
    public void Add(Alert alert, MarketSymbol symbol)
    {
        if (!_markets.TryGetValue((symbol.Source, symbol.BrokerSymbol), out Watched? market))
        {
            _markets[(symbol.Source, symbol.BrokerSymbol)] = market = new Watched(symbol);
        }

        if (alert.Timeframe is not { } timeframe)
        {
            market.Ladder.Add(alert);
            return;
        }

        if (!market.Expressions.TryGetValue(timeframe, out ExpressionGroup? group))
        {
            market.Expressions[timeframe] = group = new ExpressionGroup(new BarHistory(context), symbol, timeframe);
        }

        try
        {
            group.Add(alert.AlertId, TimedExpression.Parse($"{timeframe}: {alert.Expression}", context.Indicators).Condition);
        }
        catch (FormatException)
        {
            // An indicator of it left with its plugin; it waits for its return.
        }
    }

    /// <summary>Lets an alert wait no more.</summary>
    public void Remove(Alert alert)
    {
        if (Of(alert) is not { } market)
        {
            return;
        }

        if (alert.Timeframe is not { } timeframe)
        {
            market.Ladder.Remove(alert);
        }
        else if (market.Expressions.TryGetValue(timeframe, out ExpressionGroup? group))
        {
            group.Remove(alert.AlertId);
        }

        if (market.IsIdle)
        {
            _markets.Remove((market.Symbol.Source, market.Symbol.BrokerSymbol));
        }
    }

    // An instrument that left the configuration quotes no more; its alerts wait for its return.
    private static Instrument Unknown(Alert alert) => new() { Symbol = alert.Symbol, Digits = 5, ContractSize = 1, BaseCurrency = "", ProfitCurrency = "" };
}
