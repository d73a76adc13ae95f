using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Monitors;

/// <summary>Asks the circuit breakers among the rules after every deal and refusal, and stops what they stop until an operator lets it go on.</summary>
public static class BreakerWatch
{
    /// <summary>Watches an account.</summary>
    /// <param name="router">Tells of deals and refusals.</param>
    /// <param name="ledger">Its orders.</param>
    /// <param name="state">Made reduce-only.</param>
    /// <param name="gate">Knows the breakers.</param>
    /// <param name="kill">Thrown to level 1.</param>
    /// <param name="clock">Time of the account.</param>
    public static void Follow(OrderRouter router, OrderLedger ledger, AccountState state, RiskGate gate, IKillLevel kill, TimeProvider clock)
    {
        if (gate.Breakers.Count == 0)
        {
            return;
        }

        router.Dealt += (_, _) => Ask();
        router.Ended += _ => Ask();

        void Ask()
        {
            DateTime now = clock.GetUtcNow().UtcDateTime;
            foreach (ICircuitBreaker breaker in gate.Breakers)
            {
                if (breaker.Tripped(ledger.History.Now(), now) is { } why)
                {
                    Trip(breaker, why);
                }
            }
        }

        void Trip(ICircuitBreaker breaker, string why)
        {
            if (breaker.StopsEntries && kill is KillSwitch { Level: 0 } stop)
            {
                stop.Tighten(1, "host", why);
            }
            else if (!breaker.StopsEntries && state.Trading == TradingState.Active)
            {
                state.Change(TradingState.ReduceOnly, "host", why);
            }
        }
    }
}
