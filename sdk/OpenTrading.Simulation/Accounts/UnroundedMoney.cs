using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Currencies;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Accounts;

/// <summary>IEEE double, no rounding anywhere.</summary>
internal sealed class UnroundedMoney : MoneyModel
{
    public override double Profit(Market market, SimulatedPosition position, long steps, int price)
    {
        double amount = Amount(price, position.Entry, position.Direction, steps * market.Units.PerStep, market.Units.Scale);
        return market.EarnsAccountCurrency
            ? amount
            : market.Conversion.RateFor(market, price, amount >= 0, market.Moment).Apply(amount);
    }

    /// <summary>Profit in the profit currency.</summary>
    /// <param name="price">Price now, points.</param>
    /// <param name="entry">Average entry, points.</param>
    /// <param name="direction">+1 long, -1 short.</param>
    /// <param name="units">Units held.</param>
    /// <param name="scale">Points in one price unit.</param>
    public static double Amount(int price, double entry, int direction, double units, double scale) => (price - entry) * direction * units / scale;

    public override double Commission(Market market, long steps, int price)
    {
        var costs = market.Costs;
        double amount = (costs.PerStep * steps) + costs.PerTrade;
        return costs.NotionalFraction == 0 ? amount : amount + (costs.NotionalFraction * Notional(market, steps, price));
    }

    public override double Swap(Market market, SimulatedPosition position, int nights)
    {
        var instrument = market.Instrument;
        double rate = (double)(position.Direction > 0 ? instrument.SwapLong : instrument.SwapShort);
        double units = position.Steps * market.Units.PerStep;
        int bid = market.PreviousClose;
        double amount = instrument.SwapMode switch
        {
            SwapMode.MoneyPerLot => rate * (position.Steps * market.Units.LotsPerStep) * nights,
            SwapMode.PercentPerYear => rate / 100 / 360 * (units * bid / market.Units.Scale) * nights,
            _ => units * rate * nights / market.Units.Scale,
        };
        return instrument.SwapMode == SwapMode.MoneyPerLot
            ? amount
            : market.Conversion.RateFor(market, bid, amount >= 0, RateMoment.Before).Apply(amount);
    }

    public override double Share(double amount, long part, long whole) => part == whole ? amount : amount * part / whole;

    public override double Sum(double balance, double amount) => balance + amount;
}
