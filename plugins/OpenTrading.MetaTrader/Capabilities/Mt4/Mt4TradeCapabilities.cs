using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>The mt4 tools that write. On a paper host they trade its paper account; nothing of theirs reaches a terminal without a human.</summary>
public sealed class Mt4TradeCapabilities
{
    private const double LeastLots = 1e-9;
    private const double MostLots = 100;

    private readonly IPluginContext _context;
    private readonly Mt4Terminals _terminals;

    internal Mt4TradeCapabilities(Bridge bridge, IPluginContext context) => (_context, _terminals) = (context, new Mt4Terminals(bridge));

    private IOrderDesk Desk => _context.Orders;

    /// <summary>Opens a position.</summary>
    [Capability("mt4_execute_trade", "mt4", Effect.Simulate, "POST /mt4/trade", Shape = typeof(Mt4Shapes.Trade), RaisesRisk = true, Destructive = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.LiveDisabled, ErrorCode.NotConnected, ErrorCode.ApprovalRequired, ErrorCode.ApprovalExpired, ErrorCode.BrokerRejected, ErrorCode.OutcomeUnknown,
    ])]
    [Description("Opens a position at the market through the risk gate; live after approval.")]
    public async Task<RawResult> ExecuteTrade(
        ICallContext call,
        string symbol,
        Mt4Action action,
        [Range(LeastLots, MostLots)] decimal lots,
        [Description("price level")] decimal? stopLoss = null,
        [Description("price level")] decimal? takeProfit = null,
        [Range(0, 1_000_000), Description("points")] int slippage = 3,
        [Range(0, int.MaxValue)] int magic = 12345,
        [StringLength(31)] string? comment = null)
    {
        OrderSide side = action == Mt4Action.Buy ? OrderSide.Buy : OrderSide.Sell;
        (decimal? stop, decimal? target) = (Level(stopLoss), Level(takeProfit));
        RequireLevels(side, stop, target, "orders");
        RequireEnabled(raises: true);
        Terminal terminal = _terminals.Require();
        string plain = symbol[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var order = new DeskOrder
        {
            Book = Mt4Book.Name,
            Kind = OrderKind.Open,
            Symbol = $"{terminal.Source}:{plain}",
            Side = side,
            Lots = lots,
            StopLoss = stop,
            TakeProfit = target,
            Deviation = slippage,
            Magic = magic,
            Comment = comment ?? "",
        };
        DeskReceipt done = await PlaceAsync(order, plain, call).ConfigureAwait(false);
        return Done(
            done, "Order placed successfully", (ticket, message) => new { success = true, ticket, message, symbol = plain, action = Sides.Name(side), lots });
    }

    /// <summary>Closes a position.</summary>
    [Capability("mt4_close_position", "mt4", Effect.Simulate, "POST /mt4/close", Shape = typeof(Mt4Shapes.Change), Destructive = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.LiveDisabled, ErrorCode.NotConnected, ErrorCode.ApprovalRequired, ErrorCode.ApprovalExpired, ErrorCode.BrokerRejected, ErrorCode.OutcomeUnknown, ErrorCode.NotFound,
    ])]
    [Description("Closes a position by its ticket, or a part of it.")]
    public async Task<RawResult> ClosePosition(
        ICallContext call,
        long ticket,
        [Range(LeastLots, MostLots), Description("default: the whole position")] decimal? lots = null,
        [Range(0, 1_000_000), Description("points")] int slippage = 3)
    {
        RequireEnabled(raises: false);
        Terminal terminal = _terminals.Require();
        Position position = RequirePosition(ticket);
        if (lots > position.Volume)
        {
            throw new CapabilityException(ErrorCode.ValidationError, "Requested lots exceeds position size", $"Close at most {position.Volume} lots.");
        }

        var order = new DeskOrder
        {
            Book = Mt4Book.Name,
            Kind = OrderKind.Close,
            Symbol = $"{terminal.Source}:{position.Symbol}",
            Side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy,
            Lots = lots ?? position.Volume,
            Target = position.Ticket,
            Deviation = slippage,
        };
        DeskReceipt done = await PlaceAsync(order, position.Symbol, call).ConfigureAwait(false);
        return Done(done, "Position closed", (of, message) => new { success = true, ticket = of, message });
    }

    /// <summary>Moves the levels of a position.</summary>
    [Capability("mt4_modify_position", "mt4", Effect.Simulate, "POST /mt4/modify", Shape = typeof(Mt4Shapes.Change), RaisesRisk = true, Destructive = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.LiveDisabled, ErrorCode.NotConnected, ErrorCode.ApprovalRequired, ErrorCode.ApprovalExpired, ErrorCode.BrokerRejected, ErrorCode.OutcomeUnknown, ErrorCode.NotFound,
    ])]
    [Description("Moves stop loss or take profit of a position; what is left out stays, 0 removes.")]
    public async Task<RawResult> ModifyPosition(
        ICallContext call,
        long ticket,
        [Description("price level; 0 removes")] decimal? stopLoss = null,
        [Description("price level; 0 removes")] decimal? takeProfit = null)
    {
        if (stopLoss is null && takeProfit is null)
        {
            throw new CapabilityException(ErrorCode.ValidationError, "At least one of stopLoss or takeProfit must be provided", "Give one of them; 0 removes a level.");
        }

        RequireEnabled(raises: false);
        Terminal terminal = _terminals.Require();
        Position position = RequirePosition(ticket);
        decimal? stop = stopLoss is null ? position.StopLoss : Level(stopLoss);
        decimal? target = takeProfit is null ? position.TakeProfit : Level(takeProfit);
        RequireLevels(position.Side, stop, target, "positions");
        RequireEnabled(Raises(position, stop));
        var order = new DeskOrder
        {
            Book = Mt4Book.Name,
            Kind = OrderKind.Modify,
            Symbol = $"{terminal.Source}:{position.Symbol}",
            Side = position.Side,
            Lots = position.Volume,
            StopLoss = stop,
            TakeProfit = target,
            Target = position.Ticket,
        };
        DeskReceipt done = await PlaceAsync(order, position.Symbol, call).ConfigureAwait(false);
        return Done(done, "Position modified successfully", (of, message) => new { success = true, ticket = of, message });
    }

    private static decimal? Level(decimal? level) => level == 0 ? null : level;

    private static bool Raises(Position position, decimal? stop) =>
        position.StopLoss is { } old && (stop is not { } level || (position.Side == OrderSide.Buy ? level < old : level > old));

    private static void RequireLevels(OrderSide side, decimal? stop, decimal? target, string of)
    {
        if (stop is not { } sl || target is not { } tp)
        {
            return;
        }

        if (side == OrderSide.Buy ? sl >= tp : sl <= tp)
        {
            string where = side == OrderSide.Buy ? "below" : "above";
            throw new CapabilityException(
                ErrorCode.ValidationError, $"For {(side == OrderSide.Buy ? "BUY" : "SELL")} {of}, stop loss must be {where} take profit", "Fix the levels.");
        }
    }

    private void RequireEnabled(bool raises)
    {
        if (Desk.Access == OrderAccess.LiveDisabled)
        {
            throw new CapabilityException(ErrorCode.LiveDisabled, "Live trading is disabled", "The owner sets risk.env_lock.live_enabled, or uses config/paper.toml.");
        }

        if (raises && Desk.KillLevel > 0)
        {
            throw new CapabilityException(ErrorCode.KillSwitchActive, "The kill switch is active", "An operator re-arms it; closing and tightening stay possible.");
        }
    }

    private Position RequirePosition(long ticket) => Mt4Book.Find(Desk, ticket)?.Position
        ?? throw new CapabilityException(ErrorCode.NotFound, $"Position with ticket {ticket} not found", "See mt4_get_positions for what is open.");

    private async Task<DeskReceipt> PlaceAsync(DeskOrder order, string symbol, ICallContext call)
    {
        try
        {
            return await Desk.PlaceAsync(order, call).ConfigureAwait(false);
        }
        catch (CapabilityException e) when (e.Code is ErrorCode.DataUnavailable or ErrorCode.SymbolUnknown)
        {
            throw new CapabilityException(e.Code, Mt4Terminals.NoQuote(symbol).Message, $"{e.Message}. {e.Remedy}");
        }
    }

    private RawResult Done(DeskReceipt done, string message, Func<long, string, object> body)
    {
        string account = Desk.Access == OrderAccess.Live ? done.Source : "paper";
        long ticket = Mt4Book.TicketOf(Desk, done.Ticket);
        Dictionary<string, string> facts = Mt4Book.Facts(account, done.Source, done.AsOf, isStale: false);
        if (done.DecisionId is { } decision)
        {
            facts["decisionId"] = decision;
        }

        return Mt4Bodies.Success(body(ticket, message), Mt4Texts.Done(message, ticket, account), facts);
    }
}
