using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What the capabilities of backtests share: how a request becomes a plan with the prices and strategies of the running host.</summary>
/// <param name="configuration">Account, instruments, rules.</param>
/// <param name="plugins">The strategies' code, as it is loaded now.</param>
/// <param name="strategies">The strategies, to be asked for by id.</param>
/// <param name="market">Prices.</param>
/// <param name="store">Where rates of conversion are found.</param>
internal sealed class BacktestRoom(HostConfiguration configuration, PluginSet plugins, IStrategyCatalog strategies, IMarketData market, IBarStore store)
{
    // As much money as a usual account has, at the price of most pairs.
    private const string WithoutStops = "lots:0.1";

    /// <summary>Threads a job may take: the session keeps one core.</summary>
    public static int Threads => Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Prices.</summary>
    public IMarketData Market => market;

    /// <summary>The request of a call. Rules are not asked: what is judged here is the strategy.</summary>
    public static BacktestRequest Request(RunArguments arguments, decimal capital = 10_000, double riskPct = 1)
    {
        TimeSpans.Require(arguments.From, arguments.To);
        string[] symbols = arguments.Symbol.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return symbols.Length == 0 ? throw Argument.Refuse("symbol", "name at least one symbol") : new BacktestRequest
        {
            Symbols = symbols,
            Timeframe = arguments.Timeframe,
            Strategies = [arguments.StrategyId],
            Sets = [.. Argument.Values("parameters", arguments.Parameters).Select(p => $"{p.Key}={p.Value}")],
            From = arguments.From,
            To = arguments.To,
            Cash = capital,
            Size = string.Create(CultureInfo.InvariantCulture, $"risk:{(decimal)riskPct}%"),
            Risk = BacktestTerms.RiskOff,
        };
    }

    /// <summary>Understands a request and reads its prices.</summary>
    /// <exception cref="CapabilityException">It is not well-formed, or there is no such strategy, symbol or data.</exception>
    public PlannedRun Plan(BacktestRequest request, CancellationToken cancellationToken)
    {
        foreach (string id in request.Strategies)
        {
            strategies.Require(id);
        }

        long started = Stopwatch.GetTimestamp();
        var prices = new MarketPrices(market);
        BacktestPlan plan = Understand("costs", () => BacktestPlan.Prepare(configuration, plugins.Catalog, store, prices, request, cancellationToken));
        Understand("parameters", () => plan.Setup([], out _));
        return new PlannedRun(plan, [.. prices.Symbols], Stopwatch.GetElapsedTime(started));
    }

    /// <summary>A request that was kept.</summary>
    public static BacktestRequest Kept(JsonElement request) => request.Deserialize<BacktestRequest>(CapabilityJson.Options)!;

    /// <summary>A request to be kept.</summary>
    public static JsonElement Keep(BacktestRequest request) => JsonSerializer.SerializeToElement(request, CapabilityJson.Options);

    /// <summary>Runs it. A strategy without stops cannot be sized by risk: where no size was asked for, it trades a fixed one, and the report says so.</summary>
    /// <param name="planned">What is run.</param>
    /// <param name="fallback">Whether a fixed size may take the place of one by risk.</param>
    /// <param name="progress">Told the number of bars done.</param>
    /// <param name="cancellationToken">Ends it between two bars.</param>
    public static (PlannedRun Planned, BacktestOutcome Outcome, ReportedWarning? Sized) Run(PlannedRun planned, bool fallback, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        BacktestOutcome outcome = Ran(() => new BacktestExecution(planned.Plan, planned.Loading).Run(progress, cancellationToken));
        if (!fallback || outcome.Result.Fills > 0 || outcome.Result.Skipped.Where(s => s.Reason == PercentRisk.NeedsStop).Sum(s => s.Count) is not (> 0 and var skipped))
        {
            return (planned, outcome, null);
        }

        PlannedRun resized = planned with { Plan = planned.Plan.With(r => r with { Size = WithoutStops }) };
        var warning = new ReportedWarning(
            "size", string.Create(CultureInfo.InvariantCulture, $"The strategy gives no stops, so that risk cannot size its entries; {WithoutStops} was traded instead."), skipped);
        return (resized, Ran(() => new BacktestExecution(resized.Plan, resized.Loading).Run(progress, cancellationToken)), warning);
    }

    /// <summary>What reads texts of a caller: what they fault is the caller's to mend.</summary>
    /// <exception cref="CapabilityException">VALIDATION_ERROR.</exception>
    public static T Understand<T>(string argument, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw Argument.Refuse(argument, Plain(e.Message));
        }
        catch (PluginException e)
        {
            throw Argument.Refuse("parameters", Plain(e.Message));
        }
        catch (ConfigurationException e)
        {
            throw Argument.Refuse(argument, string.Join("; ", e.Errors.Select(fault => fault with { Where = Path.GetFileName(fault.Where) })));
        }
    }

    /// <summary>What runs code of strategies.</summary>
    /// <exception cref="CapabilityException">VALIDATION_ERROR where parts do not fit together, PLUGIN_ERROR where a strategy did not come back.</exception>
    public static T Ran<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (FormatException e)
        {
            throw Argument.Refuse("costs", Plain(e.Message));
        }
        catch (PluginException e)
        {
            throw new CapabilityException(ErrorCode.PluginError, e.Message, "Mend the strategy, or leave it out; the host goes on without it.");
        }
    }

    // The texts name options of the command, which here are names of arguments.
    private static string Plain(string message) => message.Replace("--", "", StringComparison.Ordinal).TrimEnd('.');
}
