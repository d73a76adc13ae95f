using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Margin;

/// <summary>Margin an entry needs and whether it is free. Without leverage nothing is ever needed.</summary>
internal sealed class MarginRules(Account account)
{
    private readonly double _leverage = (double)(account.Options.Leverage ?? 0);

    public bool Apply => _leverage > 0;

    /// <summary>
    /// Margin of an entry at its fill price: units / leverage in base currency for a pair, units * price / leverage in quote currency
    /// otherwise. At the fill price both are the traded value over the leverage.
    /// </summary>
    public double Required(Market market, long steps, int price) => Apply ? MoneyModel.Notional(market, steps, price) / _leverage : 0;

    /// <summary>Whether the opened part fits into what is free once the closed part has released its margin.</summary>
    public bool Allows(Market market, in FillPlan plan, int price)
    {
        if (!Apply || plan.Opened == 0)
        {
            return true;
        }

        double freed = plan.Closed == 0 ? 0 : plan.Target!.Margin * plan.Closed / plan.Target.Steps;
        double free = account.Equity - (account.UsedMargin - freed);
        return Required(market, plan.Opened, price) <= free;
    }
}
