using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>A terminal's books as the host's snapshot.</summary>
internal static class BookSnapshot
{
    /// <summary>The newest snapshot.</summary>
    /// <exception cref="InvalidOperationException">The books were never read.</exception>
    public static BrokerSnapshot Of(Terminal terminal)
    {
        TerminalBook book = terminal.Book ?? throw new InvalidOperationException($"The books of {terminal.Account} were not read yet.");
        Hello hello = terminal.Hello;
        var account = new AccountSnapshot(
            hello.Account,
            hello.TradeMode == "real" ? AccountKind.Real : AccountKind.Demo,
            hello.Currency,
            hello.IsHedging ? AccountMode.Hedging : AccountMode.Netting,
            book.Figures.Balance,
            book.Figures.Equity,
            book.Figures.Margin,
            book.Figures.Credit,
            book.Figures.Time,
            hello.Leverage > 0 ? hello.Leverage : null);
        return new BrokerSnapshot(
            account,
            [.. book.Positions.OrderBy(p => p.Time).ThenBy(p => p.Ticket).Select(p => ToPosition(p, terminal.Symbols))],
            [.. book.Orders.Where(o => o.Type != OrderType.Market).OrderBy(o => o.Time).ThenBy(o => o.Ticket).Select(o => ToOrder(o, terminal.Symbols))]);
    }

    private static Position ToPosition(PositionRow row, SymbolTable symbols) => new(
        row.Ticket, symbols.InstrumentOf(row.Symbol), row.Side, row.Volume, row.Price, row.Time, Level(row.StopLoss), Level(row.TakeProfit), row.Profit, row.Swap, row.Magic, row.Comment);

    private static WorkingOrder ToOrder(OrderRow row, SymbolTable symbols) => new(
        row.Ticket, symbols.InstrumentOf(row.Symbol), row.Side, row.Type, row.Volume, row.Price, Level(row.StopLoss), Level(row.TakeProfit), row.Expiry, row.Magic, row.Comment);

    private static decimal? Level(decimal level) => level > 0 ? level : null;
}
