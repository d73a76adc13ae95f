using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Currencies;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Accounts;

/// <summary>Decimal arithmetic, each amount rounded to the currency's digits, half away from zero.</summary>
/// <remarks>
/// Amounts are handed on as doubles, the nearest to a whole number of cents. That is exact below 1e13: sums are brought back to the grid,
/// so no error can build up, and a conversion to decimal restores the cents.
/// </remarks>
internal sealed class CurrencyMoney(int digits) : MoneyModel
{
    public override double Profit(Market market, SimulatedPosition position, long steps, int price)
    {
        decimal amount = (price - position.EntryPoints) * position.Direction * steps * market.Units.Exact * market.Instrument.Point;
        return Round(market.Conversion.RateFor(market, price, amount >= 0, market.Moment).Apply(amount));
    }

    public override double Commission(Market market, long steps, int price)
    {
        var commission = market.Costs.Exact;
        decimal amount = (commission.PerLot * steps * market.Instrument.VolumeStep) + commission.PerTrade;
        if (commission.NotionalFraction != 0)
        {
            decimal notional = steps * market.Units.Exact * price * market.Instrument.Point;
            amount += commission.NotionalFraction * market.Conversion.RateFor(market, price, credit: false, market.Moment).Apply(notional);
        }

        return Round(amount);
    }

    public override double Swap(Market market, SimulatedPosition position, int nights)
    {
        var instrument = market.Instrument;
        decimal rate = position.Direction > 0 ? instrument.SwapLong : instrument.SwapShort;
        decimal units = position.Steps * market.Units.Exact;
        int bid = market.PreviousClose;
        decimal amount = instrument.SwapMode switch
        {
            SwapMode.MoneyPerLot => rate * position.Lots * nights,
            SwapMode.PercentPerYear => rate * units * bid * instrument.Point * nights / 36_000,
            _ => units * rate * nights * instrument.Point,
        };
        return Round(instrument.SwapMode == SwapMode.MoneyPerLot
            ? amount
            : market.Conversion.RateFor(market, bid, amount >= 0, RateMoment.Before).Apply(amount));
    }

    public override double Share(double amount, long part, long whole) =>
        part == whole ? amount : Round((decimal)amount * part / whole);

    public override double Sum(double balance, double amount) => Round((decimal)balance + (decimal)amount);

    private double Round(decimal amount) => (double)Math.Round(amount, digits, MidpointRounding.AwayFromZero);
}
