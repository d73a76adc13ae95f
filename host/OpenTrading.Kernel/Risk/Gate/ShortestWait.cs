using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>Finds how long an order would have to wait to pass, if everything but time stood still.</summary>
internal static class ShortestWait
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>The wait in whole seconds; null when no wait of up to three days helps.</summary>
    public static TimeSpan? Of(RiskGate gate, RiskContext context)
    {
        TimeSpan fails = TimeSpan.Zero;
        TimeSpan passes = Step;
        while (!Passes(gate, context, passes))
        {
            if (passes >= Longest)
            {
                return null;
            }

            (fails, passes) = (passes, passes * 2 < Longest ? passes * 2 : Longest);
        }

        while (passes - fails > Step)
        {
            TimeSpan middle = fails + TimeSpan.FromSeconds(Math.Floor((passes - fails).TotalSeconds / 2));
            (fails, passes) = Passes(gate, context, middle) ? (fails, middle) : (middle, passes);
        }

        return passes;
    }

    private static bool Passes(RiskGate gate, RiskContext context, TimeSpan wait) => gate.Check(context with
    {
        Stage = GateStage.Pre,
        Now = context.Now + wait,
        Quote = context.Quote is { } quote ? quote with { Time = quote.Time + wait } : null,
        ProposedAt = context.ProposedAt + wait,
    }).Passed;
}
