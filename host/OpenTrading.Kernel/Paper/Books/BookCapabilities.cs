using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Books;

/// <summary>The paper account, to look at: money, positions, orders, trades.</summary>
/// <param name="paper">The account.</param>
/// <param name="books">Its books.</param>
/// <param name="trades">Its trades.</param>
/// <param name="exits">Exits that the host manages.</param>
/// <param name="paging">Whose cursors.</param>
public sealed class BookCapabilities(PaperDesk paper, PaperBooks books, TradeBook trades, ExitBook exits, Paging paging)
{
    /// <summary>The account.</summary>
    [Capability("paper_get_account", "paper", Effect.Read, "GET /paper/account")]
    [Description("Money, margin, profit of the day and drawdown of the paper account.")]
    public AccountResult PaperGetAccount() => paper.Do(desk =>
    {
        AccountSnapshot account = desk.Broker.Snapshot().Account;
        PriceStamp stamp = paper.Stamp();
        PaperBook book = books.Current ?? new PaperBook("", desk.Broker.Snapshot().Account.Time);
        decimal day = desk.State.Day is { } reference ? account.OwnEquity - reference.Amount : 0;
        int open = desk.Broker.Positions.Count;
        return new AccountResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"Equity {account.Equity} {account.Currency}, {day:+0.00;-0.00;0.00} today; {(open == 0 ? "flat" : $"{open} positions open")}."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            BookId = book.BookId,
            Currency = account.Currency,
            Balance = account.Balance,
            Equity = account.Equity,
            Margin = account.Margin,
            FreeMargin = account.Equity - account.Margin,
            MarginLevelPct = account.Margin > 0 ? Percent.Of(account.Equity, account.Margin) : null,
            Profit = account.Equity - account.Balance,
            DayPnl = day,
            DrawdownPct = Drawdown(desk, account),
            Leverage = desk.Broker.Leverage,
            OpenPositions = open,
            StartedAt = book.StartedAt,
        };
    });

    /// <summary>Open positions.</summary>
    [Capability("paper_list_positions", "paper", Effect.Read, "GET /paper/positions")]
    [Description("Open paper positions with profit, R, levels and managed exits.")]
    public PositionsResult PaperListPositions(ICallContext call, string? symbol = null, [Range(1, 5000)] int limit = 50, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        return paper.Do(desk =>
        {
            Position[] open = [.. desk.Broker.Positions.Where(p => Is(p.Symbol, symbol)).Reverse()];
            Page<Position> page = paging.CutAfter(open, PaperIds.Of, limit, cursor, Paging.Query("paper_list_positions", symbol));
            PriceStamp stamp = paper.Stamp();
            string currency = desk.Broker.Snapshot().Account.Currency;
            decimal profit = open.Sum(p => p.Profit);
            return new PositionsResult
            {
                Summary = open.Length == 0 ? "No paper position is open." : string.Create(CultureInfo.InvariantCulture, $"{open.Length} paper positions, {profit:+0.00;-0.00;0.00} {currency} open profit."),
                Source = stamp.Source,
                AsOf = stamp.AsOf,
                Stale = stamp.Stale,
                Positions = [.. page.Items.Select(p => Row(desk, p))],
                TotalProfit = profit,
                Count = open.Length,
                Currency = currency,
                Total = page.Total,
                NextCursor = page.NextCursor,
            };
        });
    }

    /// <summary>Orders.</summary>
    [Capability("paper_list_orders", "paper", Effect.Read, "GET /paper/orders")]
    [Description("Paper orders of one status; market orders wait for the next bar.")]
    public OrdersResult PaperListOrders(ICallContext call, PaperOrderStatus status = PaperOrderStatus.Pending, [Range(1, 5000)] int limit = 50, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        return paper.Do(desk =>
        {
            Order[] orders = [.. desk.Ledger.All.Where(o => o.Intent.Kind is OrderKind.Open or OrderKind.Close && PaperOrderStatuses.Of(o) == status).Reverse()];
            Page<Order> page = paging.CutAfter(orders, PaperIds.Of, limit, cursor, Paging.Query("paper_list_orders", status));
            PriceStamp stamp = paper.Stamp();
            return new OrdersResult
            {
                Summary = $"{orders.Length} paper orders are {status.ToString().ToLowerInvariant()}.",
                Source = stamp.Source,
                AsOf = stamp.AsOf,
                Stale = stamp.Stale,
                Orders = [.. page.Items.Select(o => Row(o, status))],
                Total = page.Total,
                NextCursor = page.NextCursor,
            };
        });
    }

    /// <summary>Closed trades.</summary>
    [Capability("paper_list_trades", "paper", Effect.Read, "GET /paper/trades")]
    [Description("Closed paper trades with result, R and costs, newest first.")]
    public TradesResult PaperListTrades(
        ICallContext call,
        string? symbol = null,
        string? strategyId = null,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 50,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        ClosedTrade[] closed =
        [
            .. trades.Newest.Where(t => Is(t.Symbol, symbol) && (strategyId is null || t.StrategyId == strategyId) && (from is null || t.ClosedAt >= from) && (to is null || t.ClosedAt < to)),
        ];
        Page<ClosedTrade> page = paging.CutAfter(closed, t => t.TradeId, limit, cursor, Paging.Query("paper_list_trades", symbol, strategyId, from?.Ticks, to?.Ticks));
        (PriceStamp stamp, string currency) = paper.Do(desk => (paper.Stamp(), desk.Broker.Snapshot().Account.Currency));
        return new TradesResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{closed.Length} closed paper trades, {closed.Sum(t => t.Net):+0.00;-0.00;0.00} {currency} in all."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Trades = [.. page.Items.Select(TradeRow.Of)],
            Currency = currency,
            Total = page.Total,
            NextCursor = page.NextCursor,
        };
    }

    private static bool Is(string symbol, string? asked) => asked is null || symbol.Equals(asked[(asked.IndexOf(':', StringComparison.Ordinal) + 1)..], StringComparison.OrdinalIgnoreCase);

    // From the highest balance that any closed trade left: what is open now was never anybody's money.
    private decimal Drawdown(TradingDesk desk, AccountSnapshot account)
    {
        decimal start = desk.State.InitialCapital > 0 ? desk.State.InitialCapital : account.Balance;
        decimal balance = start;
        decimal highest = start;
        foreach (ClosedTrade trade in trades.Newest.Reverse())
        {
            balance += trade.Net;
            highest = Math.Max(highest, balance);
        }

        return account.Equity >= highest ? 0 : Percent.Of(highest - account.Equity, highest);
    }

    private PositionRow Row(TradingDesk desk, Position position)
    {
        Quote? quote = desk.Broker.Quote(position.Symbol);
        decimal? current = quote is null ? null : OpenRisk.ClosingPrice(position, quote);
        (TradePlan? plan, decimal? first) = trades.PlanOf(position.Ticket) ?? default;
        decimal? distance = first is { } stop && stop != position.EntryPrice ? Math.Abs(position.EntryPrice - stop) : null;
        return new PositionRow(
            PaperIds.Of(position),
            position.Ticket,
            position.Symbol,
            position.Side,
            position.Volume,
            position.EntryPrice,
            current,
            position.StopLoss,
            position.TakeProfit,
            position.Profit,
            position.Swap,
            current is { } price && distance is { } risk ? Math.Round((int)position.Side * (price - position.EntryPrice) / risk, 4) : null,
            position.OpenedAt,
            plan?.StrategyId,
            exits.Of(position.Ticket)?.Plan);
    }

    private static OrderRow Row(Order order, PaperOrderStatus status) => new(
        PaperIds.Of(order),
        order.Intent.Kind,
        order.Intent.Symbol,
        order.Intent.Side,
        order.Intent.Type,
        order.Intent.Volume,
        status == PaperOrderStatus.Filled ? order.FillPrice : order.Intent.Price,
        order.Intent.StopLoss,
        order.Intent.TakeProfit,
        status,
        order.ProposedAt);
}
