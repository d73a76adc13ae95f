using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Accounts;

/// <summary>Computes every amount of the account under one rounding rule.</summary>
internal abstract class MoneyModel
{
    public static MoneyModel For(AccountOptions options) => options.MoneyRounding switch
    {
        MoneyRounding.Currency => new CurrencyMoney(options.CurrencyDigits),
        _ => new UnroundedMoney(),
    };

    /// <summary>Profit of <paramref name="steps"/> of a position at an exit price, account currency.</summary>
    public abstract double Profit(Market market, SimulatedPosition position, long steps, int price);

    /// <summary>Commission of a fill, account currency.</summary>
    public abstract double Commission(Market market, long steps, int price);

    /// <summary>Swap of a position for some nights, account currency.</summary>
    public abstract double Swap(Market market, SimulatedPosition position, int nights);

    /// <summary>The part of an amount that goes with a part of the volume.</summary>
    public abstract double Share(double amount, long part, long whole);

    /// <summary>A balance after an amount is booked.</summary>
    public abstract double Sum(double balance, double amount);

    /// <summary>Traded value in account currency, never rounded: it measures margin and turnover, it is not booked.</summary>
    public static double Notional(Market market, long steps, int price) => PointValue(market, steps, price, price);

    /// <summary>Value of a distance in account currency, at the paying rate, never rounded.</summary>
    public static double PointValue(Market market, long steps, double points, int price)
    {
        double amount = points * (steps * market.Units.PerStep) / market.Units.Scale;
        return market.EarnsAccountCurrency ? amount : market.Conversion.RateFor(market, price, credit: false, market.Moment).Apply(amount);
    }
}
