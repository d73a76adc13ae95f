using System.Globalization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>The terms of an entry as a caller states them. What the gate would judge on is made of them in one place, for checks and for orders.</summary>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Type">How it enters.</param>
/// <param name="Price">Price of a limit or stop entry.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
internal sealed record OrderTerms(OrderSide Side, decimal Lots, EntryType Type, decimal? Price, decimal? StopLoss, decimal? TakeProfit)
{
    /// <summary>The order of these terms. Its volume is the caller's: the gate passes all of it or none.</summary>
    /// <param name="instrument">What is traded.</param>
    /// <param name="quote">Market now.</param>
    /// <param name="proposer">Who asks.</param>
    /// <param name="key">Idempotency key.</param>
    /// <exception cref="CapabilityException">A price is missing, superfluous, or off the price grid.</exception>
    public OrderIntent ToIntent(Instrument instrument, Quote quote, string proposer, string key)
    {
        Check(instrument);
        return new OrderIntent
        {
            Kind = OrderKind.Open,
            Symbol = instrument.Symbol,
            Side = Side,
            Type = Type switch { EntryType.Limit => OrderType.Limit, EntryType.Stop => OrderType.Stop, _ => OrderType.Market },
            Volume = Lots,
            Price = Price,
            StopLoss = StopLoss,
            TakeProfit = TakeProfit,
            ReferencePrice = Price ?? quote.EntryPrice(Side),
            Proposer = proposer,
            IdempotencyKey = key,
            AcceptReduced = false,
        };
    }

    /// <summary>Refuses prices that the instrument cannot have. They are never rounded: the caller meant another.</summary>
    /// <exception cref="CapabilityException">One is not above zero, or between two ticks.</exception>
    public static void RequireOnGrid(Instrument instrument, params IEnumerable<(string Name, decimal? Price)> prices)
    {
        ErrorDetail[] faults = [.. prices.Where(p => p.Price is { } price && (price <= 0 || price % instrument.TickSize != 0)).Select(p => OffGrid(p.Name, p.Price!.Value, instrument))];
        Refuse(faults);
    }

    private static ErrorDetail OffGrid(string name, decimal price, Instrument instrument) => new(
        [name], string.Create(CultureInfo.InvariantCulture, $"{price} is no price of {instrument.Symbol}; it must be a multiple of {instrument.TickSize} above 0"));

    private static void Refuse(ErrorDetail[] faults)
    {
        if (faults.Length > 0)
        {
            throw new CapabilityException(
                ErrorCode.ValidationError, string.Join("; ", faults.Select(f => $"{f.Path[0]}: {f.Message}")), "Correct the arguments named in details.", faults);
        }
    }

    private void Check(Instrument instrument)
    {
        if (Type == EntryType.Market && Price is not null)
        {
            Refuse([new ErrorDetail(["price"], "A market order has none; leave it out, or say orderType limit or stop")]);
        }

        if (Type != EntryType.Market && Price is null)
        {
            Refuse([new ErrorDetail(["price"], "Required")]);
        }

        RequireOnGrid(instrument, ("price", Price), ("stopLoss", StopLoss), ("takeProfit", TakeProfit));
    }
}
