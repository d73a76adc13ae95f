using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Books;

/// <summary>Accounts at brokers, to look at: money, positions, orders, deals.</summary>
/// <param name="desks">The accounts.</param>
/// <param name="paging">Whose cursors.</param>
public sealed class LiveBookCapabilities(LiveDesks desks, Paging paging)
{
    // Figures come with every heartbeat; older ones come from a terminal that is away.
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(7);

    /// <summary>The account.</summary>
    [Capability("live_get_account", "live", Effect.Read, "GET /live/account", Errors = [ErrorCode.NotConnected])]
    [Description("Money and margin of the account in the connected terminal.")]
    public LiveAccountResult LiveGetAccount([Description("default: the only terminal")] string? account = null)
    {
        LiveDesk desk = desks.Require(account);
        AccountSnapshot now = desk.Link!.Snapshot().Account;
        string[] login = desk.Masked.Split('@', 2);
        decimal profit = now.Equity - now.Balance - now.Credit;
        return new LiveAccountResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"Equity {now.Equity} {now.Currency} on {desk.Masked}, {profit:+0.00;-0.00;0.00} open profit."),
            Source = desk.Link.Name,
            AsOf = now.Time,
            Stale = desk.Link.Health.SnapshotAge > Fresh,
            Bridge = desk.Link.Name,
            Login = login[0],
            Server = login.Length > 1 ? login[1] : "",
            Currency = now.Currency,
            Balance = now.Balance,
            Equity = now.Equity,
            Margin = now.Margin,
            FreeMargin = now.Equity - now.Margin,
            MarginLevelPct = now.Margin > 0 ? Percent.Of(now.Equity, now.Margin) : null,
            Profit = profit,
            Leverage = now.Leverage,
            TradeMode = now.Kind == AccountKind.Real ? TradeMode.Real : TradeMode.Demo,
        };
    }

    /// <summary>Open positions.</summary>
    [Capability("live_list_positions", "live", Effect.Read, "GET /live/positions", Errors = [ErrorCode.NotConnected])]
    [Description("Open positions in the terminal, and which requests opened them.")]
    public LivePositionsResult LiveListPositions(ICallContext call, string? symbol = null, [Range(1, 5000)] int limit = 50, string? cursor = null, string? account = null)
    {
        Paging.RequireRows(call, limit);
        LiveDesk desk = desks.Require(account);
        BrokerSnapshot snapshot = desk.Link!.Snapshot();
        Position[] open = [.. snapshot.Positions.Where(p => Is(p.Symbol, symbol)).Reverse()];
        Page<Position> page = paging.CutAfter(open, p => Text(p.Ticket), limit, cursor, Paging.Query("live_list_positions", symbol, desk.Account));
        Dictionary<long, Order> requests = desk.Turn.Do(() => ByPosition(desk));
        return new LivePositionsResult
        {
            Summary = open.Length == 0 ? "No position is open." : string.Create(CultureInfo.InvariantCulture, $"{open.Length} positions, {open.Sum(p => p.Profit):+0.00;-0.00;0.00} {snapshot.Account.Currency} open profit."),
            Source = desk.Link.Name,
            AsOf = snapshot.Account.Time,
            Stale = desk.Link.Health.SnapshotAge > Fresh,
            Positions = [.. page.Items.Select(p => Row(desk, p, requests.GetValueOrDefault(p.Ticket)))],
            Total = page.Total,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Working orders.</summary>
    [Capability("live_list_orders", "live", Effect.Read, "GET /live/orders", Errors = [ErrorCode.NotConnected])]
    [Description("Pending orders that wait in the terminal.")]
    public LiveOrdersResult LiveListOrders(ICallContext call, string? symbol = null, [Range(1, 5000)] int limit = 50, string? cursor = null, string? account = null)
    {
        Paging.RequireRows(call, limit);
        LiveDesk desk = desks.Require(account);
        BrokerSnapshot snapshot = desk.Link!.Snapshot();
        WorkingOrder[] working = [.. snapshot.Orders.Where(o => Is(o.Symbol, symbol)).Reverse()];
        Page<WorkingOrder> page = paging.CutAfter(working, o => Text(o.Ticket), limit, cursor, Paging.Query("live_list_orders", symbol, desk.Account));
        Dictionary<long, string> requests = desk.Turn.Do(() => desk.Ledger.AtBroker.Where(o => o.Ticket != 0).GroupBy(o => o.Ticket).ToDictionary(g => g.Key, g => g.Last().Id));
        return new LiveOrdersResult
        {
            Summary = $"{working.Length} pending orders wait in the terminal.",
            Source = desk.Link.Name,
            AsOf = snapshot.Account.Time,
            Stale = desk.Link.Health.SnapshotAge > Fresh,
            Orders =
            [
                .. page.Items.Select(o => new LiveOrderRow(
                    o.Ticket, requests.GetValueOrDefault(o.Ticket), o.Symbol, o.Side, o.Type, o.Volume, o.Price, o.StopLoss, o.TakeProfit, "pending", o.Expiry)),
            ],
            Total = page.Total,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Deals.</summary>
    [Capability("live_list_deals", "live", Effect.Read, "GET /live/deals", Errors = [ErrorCode.NotConnected])]
    [Description("Deals of the account, the last 7 days by default, newest first.")]
    public async Task<LiveDealsResult> LiveListDeals(
        ICallContext call,
        string? symbol = null,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 50,
        string? cursor = null,
        string? account = null)
    {
        Paging.RequireRows(call, limit);
        LiveDesk desk = desks.Require(account);
        DateTime now = desks.Setup.Wall.GetUtcNow().UtcDateTime;
        IReadOnlyList<ExecutionReport> past = await FarSide.AskAsync(async () => await desk.Link!.PastAsync(from ?? now - UsualSpan, call.CancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        LiveDealRow[] deals = desk.Turn.Do(() => past
            .Where(r => r.Fill is not null && Is(r.Symbol, symbol) && (to is null || r.Time < to))
            .Select(r => Row(r, r.Fill!, r.ClientOrderId is { } id ? desk.Ledger.ByClientOrderId(id)?.Id : null))
            .Reverse()
            .ToArray());
        Page<LiveDealRow> page = paging.CutAfter(deals, d => Text(d.Ticket), limit, cursor, Paging.Query("live_list_deals", symbol, from?.Ticks, to?.Ticks, desk.Account));
        (decimal profit, decimal swap, decimal commission) = (deals.Sum(d => d.Profit), deals.Sum(d => d.Swap), deals.Sum(d => d.Commission));
        return new LiveDealsResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{deals.Length} deals, {profit + swap + commission:+0.00;-0.00;0.00} net."),
            Source = desk.Link!.Name,
            AsOf = now,
            Deals = page.Items,
            Totals = new LiveDealTotals(profit, swap, commission, profit + swap + commission),
            Total = page.Total,
            NextCursor = page.NextCursor,
        };
    }

    private static Dictionary<long, Order> ByPosition(LiveDesk desk) => desk.Ledger.All
        .Where(o => o is { Intent.Kind: OrderKind.Open, Position: not null })
        .GroupBy(o => o.Position!.Value)
        .ToDictionary(g => g.Key, g => g.First());

    private static LivePositionRow Row(LiveDesk desk, Position position, Order? request)
    {
        Quote? quote = desk.Link!.Quote(position.Symbol);
        decimal? current = quote?.EntryPrice(position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy);
        decimal? distance = request?.Intent.StopLoss is { } stop && stop != position.EntryPrice ? Math.Abs(position.EntryPrice - stop) : null;
        return new LivePositionRow(
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
            position.Magic,
            position.Comment,
            request?.Id,
            position.StopLoss is not null);
    }

    private static LiveDealRow Row(ExecutionReport report, Fill fill, string? requestId) => new(
        report.DealId,
        fill.PositionTicket,
        report.Symbol,
        fill.Side,
        fill.ClosedVolume > 0 ? DealEntry.Out : DealEntry.In,
        fill.Volume,
        fill.Price,
        fill.Profit,
        fill.Swap,
        fill.Commission,
        report.Time,
        requestId);

    private static bool Is(string symbol, string? asked) => asked is null || symbol.Equals(asked[(asked.IndexOf(':', StringComparison.Ordinal) + 1)..], StringComparison.OrdinalIgnoreCase);

    private static string Text(long ticket) => ticket.ToString(CultureInfo.InvariantCulture);
}
