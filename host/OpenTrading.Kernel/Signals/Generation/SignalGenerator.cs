using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals.Generation;

/// <summary>Asks strategies what they think of a market now: the same code as in a session, over the bars up to now, with nothing open.</summary>
/// <param name="market">Prices.</param>
internal sealed class SignalGenerator(IMarketData market)
{
    private const int LeastBars = 1000;
    private const int Reach = 4096;

    // The bars of a session come one by one, two seconds each at most; here a thousand come at once.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Runs a strategy up to the newest closed bar.</summary>
    /// <param name="offer">Which.</param>
    /// <param name="parameters">Values as text by name.</param>
    /// <param name="symbol">Whose bars.</param>
    /// <param name="timeframe">Their length.</param>
    /// <exception cref="CapabilityException">A parameter is wrong, there are too few bars, or the strategy failed.</exception>
    public Verdict Run(StrategyOffer offer, IReadOnlyDictionary<string, string> parameters, MarketSymbol symbol, Timeframe timeframe)
    {
        IReadOnlyList<object?> values = offer.Bind(parameters);
        Strategy? strategy = null;
        int warmup = 0;
        Guard(offer, () =>
        {
            strategy = offer.Make(values);
            warmup = Math.Clamp(strategy.WarmupBars, 0, 100_000);
        });
        MarketBars read = market.Bars(symbol, timeframe, Math.Max(LeastBars, 3 * warmup)).Require(Math.Max(warmup, 1), $"strategy {offer.Id}");
        var probe = new DecisionProbe();
        Guard(offer, () => Walk(strategy!, read, probe));
        if (probe.Signals.Select(s => SignalCheck.Fault(s, symbol.Instrument)).FirstOrDefault(f => f is not null) is { } fault)
        {
            throw new CapabilityException(ErrorCode.PluginError, $"strategy {offer.Id} made a signal that is none: {fault}", "Mend the strategy; 'opentrading strategies describe' names its plugin.");
        }

        Signal? signal = probe.Signals.Where(s => s.Action != SignalAction.Exit).MaxBy(s => s.Confidence);
        return new Verdict(
            offer,
            [.. offer.Parameters.Items.Zip(values, (p, v) => KeyValuePair.Create(p.Name, ParameterDefinition.TextOf(v)))],
            read,
            signal,
            signal is not null ? [signal.Reason] : WhyNot(probe),
            probe.Rules,
            probe.Inputs);
    }

    /// <summary>Bars a strategy needs with its configured or default parameters; null where it cannot be made without others, or cannot say.</summary>
    public static int? WarmupOf(StrategyOffer offer)
    {
        try
        {
            int warmup = 0;
            IReadOnlyList<object?> values = offer.Bind(new Dictionary<string, string>());
            Guard(offer, () => warmup = offer.Make(values).WarmupBars);
            return warmup;
        }
        catch (CapabilityException)
        {
            return null;
        }
    }

    private static string[] WhyNot(DecisionProbe probe)
    {
        string[] said = [.. probe.Signals.Select(s => $"exit: {s.Reason}"), .. probe.Rules.Where(r => !r.Passed).Select(r => $"not: {r.Rule}")];
        return said.Length > 0 ? said : ["no rule of the strategy asks for an entry on this bar"];
    }

    private static void Walk(Strategy strategy, MarketBars read, DecisionProbe probe)
    {
        var bars = new Bar[read.Bars.Count];
        for (int i = 0; i < bars.Length; i++)
        {
            bars[i] = read.Bars[i];
        }

        BarWindow window = BarWindow.Over(bars, Reach);
        var context = new StrategyContext(read.Symbol.Instrument, read.Bars.Timeframe, window, probe);
        for (int i = 0; i < bars.Length; i++)
        {
            window.Advance();
            probe.IsLast = i == bars.Length - 1;
            strategy.OnBar(context);
        }
    }

    // Foreign code: whatever it does, the caller gets an answer in time.
    private static void Guard(StrategyOffer offer, Action work)
    {
        using var watch = new WatchedThread($"signal of {offer.Id}", Limit);
        CapabilityException? refused = null;
        CallResult result = watch.Run(
            () =>
            {
                try
                {
                    work();
                }
                catch (CapabilityException e)
                {
                    refused = e;
                }
            },
            offer.Interrupt);
        if (refused is not null)
        {
            throw refused;
        }

        string? why = result.Outcome switch
        {
            CallOutcome.Returned => null,
            CallOutcome.Threw => $"it threw {result.Thrown}",
            CallOutcome.Late => $"it did not return within {Limit.TotalSeconds:0} s and was stopped",
            _ => $"it did not return within {Limit.TotalSeconds:0} s; its thread was left behind",
        };
        if (why is not null)
        {
            // A bug on one market's bars is that call's affair; what never returns is not called again.
            if (result.Outcome is CallOutcome.Late or CallOutcome.Abandoned)
            {
                offer.Failed(why, result.Outcome == CallOutcome.Abandoned);
            }

            throw new CapabilityException(ErrorCode.PluginError, $"strategy {offer.Id}: {why}", "See 'opentrading plugins list' for its plugin.");
        }
    }
}
