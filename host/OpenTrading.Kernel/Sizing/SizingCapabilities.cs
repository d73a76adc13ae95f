using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sizing;

/// <summary>How much to trade, and what it would need. The gate that would judge the order has been asked about every size given here.</summary>
public sealed class SizingCapabilities(PaperDesk paper)
{
    private const decimal UsualRiskPct = 1;

    /// <summary>A position size for a risk.</summary>
    [Capability("calculate_position_size", "risk", Effect.Read, "POST /risk/size", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotConnected])]
    [Description("Lots for a risk between entry and stop, within the gate's limits.")]
    public SizeResult CalculatePositionSize(
        string symbol,
        OrderSide side,
        decimal stopLoss,
        ICallContext call,
        [Description("default: the market")] decimal? entry = null,
        [Range(0.001, 100), Description("% of the account; default 1")] decimal? riskPct = null)
    {
        Instrument instrument = paper.Tradable(symbol);
        OrderTerms.RequireOnGrid(instrument, ("entry", entry), ("stopLoss", stopLoss));
        return paper.Do(desk => Size(desk, instrument, side, stopLoss, entry, (riskPct ?? UsualRiskPct) / 100, call.Caller.Actor));
    }

    /// <summary>What an order would need, cost and earn.</summary>
    [Capability("calculate_margin", "risk", Effect.Read, "POST /risk/margin", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotConnected])]
    [Description("Margin, costs, loss at stop and profit at target of an order; places nothing.")]
    public MarginResult CalculateMargin(
        string symbol,
        OrderSide side,
        [Range(0.0001, 10_000)] decimal lots,
        ICallContext call,
        EntryType orderType = EntryType.Market,
        decimal? price = null,
        decimal? stopLoss = null,
        decimal? takeProfit = null)
    {
        Instrument instrument = paper.Tradable(symbol);
        var terms = new OrderTerms(side, lots, orderType, price, stopLoss, takeProfit);
        return paper.Do(desk => Margin(desk, desk.Orders.See(terms.ToIntent(instrument, desk.Broker.Quote(instrument.Symbol)!, call.Caller.Actor, "margin")), instrument));
    }

    private SizeResult Size(TradingDesk desk, Instrument instrument, OrderSide side, decimal stop, decimal? entry, decimal fraction, string proposer)
    {
        Quote quote = desk.Broker.Quote(instrument.Symbol)!;
        decimal market = quote.EntryPrice(side);
        EntryType type = entry is not { } price || price == market ? EntryType.Market : (price < market) == (side == OrderSide.Buy) ? EntryType.Limit : EntryType.Stop;
        var terms = new OrderTerms(side, instrument.VolumeMin, type, type == EntryType.Market ? null : entry, stop, null);
        RiskContext seen = desk.Orders.See(terms.ToIntent(instrument, quote, proposer, "size"));
        decimal from = seen.EntryPrice!.Value;
        if (side == OrderSide.Buy ? stop >= from : stop <= from)
        {
            string fault = string.Create(CultureInfo.InvariantCulture, $"must be {(side == OrderSide.Buy ? "below" : "above")} the entry {from}");
            throw new CapabilityException(ErrorCode.ValidationError, $"stopLoss: {fault}", "Give the stop of that side.", [new ErrorDetail(["stopLoss"], fault)]);
        }

        var money = new PositionMoney(instrument, seen.Rates, seen.Account.Currency);
        decimal raw = new PercentRisk(fraction).Raw(new SizingInput(instrument, seen.Account, from, stop, seen.Rates), out string why)
            ?? throw new CapabilityException(ErrorCode.DataUnavailable, $"{instrument.Symbol}: {why}", "Trade a pair of the account currency.");
        decimal wanted = instrument.FloorVolume(raw);
        (decimal lots, string? cappedBy) = wanted == 0 ? (0, "volume_min") : Within(desk, instrument, seen.Order with { Volume = wanted }, raw);
        decimal risk = Loss.AtStop(seen, lots) ?? 0;
        PriceStamp stamp = paper.Stamp(instrument.Symbol);
        return new SizeResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{lots} lots {instrument.Symbol} risk {risk} {seen.Account.Currency} at {stop}{(cappedBy is null ? "" : $", capped by {cappedBy}")}."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Lots = lots,
            RawLots = Math.Round(raw, 8),
            RiskMoney = risk,
            RiskPct = Percent.Of(risk, seen.Account.RiskBase),
            StopDistancePips = Math.Round(Math.Abs(from - stop) / instrument.Pip, 4),
            PipValue = Math.Round(money.Of(instrument.Pip, lots), 4),
            Margin = money.Margin(lots, from, desk.Broker.Leverage),
            Currency = seen.Account.Currency,
            CappedBy = cappedBy,
        };
    }

    // What the gate would lower the order to, and the rule that demands most.
    private static (decimal Lots, string? CappedBy) Within(TradingDesk desk, Instrument instrument, OrderIntent order, decimal raw)
    {
        RuleVerdict? tightest = desk.Orders.Check(order).Verdict.Verdicts.Where(v => v.Result.Outcome == RuleOutcome.Reduce).MinBy(v => v.Result.Volume);
        return tightest is not null ? (instrument.FloorVolume(tightest.Result.Volume), tightest.Rule.Id)
            : (order.Volume, raw > instrument.VolumeMax ? "volume_max" : null);
    }

    private MarginResult Margin(TradingDesk desk, RiskContext seen, Instrument instrument)
    {
        OrderIntent order = seen.Order;
        AccountSnapshot account = seen.Account;
        var money = new PositionMoney(instrument, seen.Rates, account.Currency);
        int direction = (int)order.Side;
        decimal entry = seen.EntryPrice!.Value;
        decimal commission = 2 * instrument.CommissionPerLot * order.Volume;
        decimal margin = money.Margin(order.Volume, entry, desk.Broker.Leverage);
        decimal perUnit = money.Of(1, order.Volume);
        PriceStamp stamp = paper.Stamp(instrument.Symbol);
        return new MarginResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{order.Volume} lots {instrument.Symbol} need {margin} {account.Currency} of {account.Equity - account.Margin} free."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Margin = margin,
            FreeMarginAfter = account.Equity - account.Margin - margin,
            MarginLevelAfterPct = account.Margin + margin > 0 ? Percent.Of(account.Equity, account.Margin + margin) : null,
            Leverage = desk.Broker.Leverage,
            PipValue = Math.Round(money.Of(instrument.Pip, order.Volume), 4),
            LossAtStop = Loss.AtStop(seen, order.Volume),
            ProfitAtTarget = order.TakeProfit is { } target ? -Loss.RoundUp(commission - (direction * (target - entry) * perUnit), Currencies.Digits(account.Currency)) : null,
            SpreadCost = money.Round(seen.Quote!.Spread * perUnit),
            Commission = money.Round(commission),
            SwapPerNight = money.Swap(order.Volume, entry, order.Side == OrderSide.Buy),
            BreakEven = Math.Round(entry + (direction * commission / perUnit), instrument.Digits, order.Side == OrderSide.Buy ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity),
            Currency = account.Currency,
            Basis = "formula",
        };
    }
}
