using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>A backtest that is understood and whose prices are read: from here any number of runs can be made, each with strategies of its own.</summary>
/// <threadsafety>Setups may be made from any thread; prices are shared, never written.</threadsafety>
internal sealed class BacktestPlan
{
    private readonly PluginCatalog _plugins;
    private readonly StrategyPicker _picker;
    private readonly IReadOnlyList<BacktestMarket> _markets;
    private readonly HostConfiguration _configuration;
    private readonly ISizer _sizer;
    private readonly IVotingMethod _voting;
    private readonly MatchingOptions _matching;

    private BacktestPlan(
        HostConfiguration configuration, PluginCatalog plugins, RiskTerms risk, BacktestRequest request, IReadOnlyList<BacktestMarket> markets, IReadOnlyList<PriceInput> inputs)
    {
        (_configuration, _plugins, Risk, Request, _markets, Inputs) = (configuration, plugins, risk, request, markets, inputs);
        _picker = new StrategyPicker(plugins, configuration);
        Size = request.Size ?? configuration.Run.Size;
        _sizer = SizerSpec.Parse(Size);
        Voting = request.Voting ?? configuration.Run.Voting;
        _voting = VotingMethods.Find(Voting) ?? throw new FormatException($"voting '{Voting}' is unknown; write one of {string.Join(", ", VotingMethods.All.Select(m => m.Name))}.");
        _matching = MatchingTerms.Matching(request.Terms);
        Account = MatchingTerms.Account(request.Terms, AccountTerms.Account(configuration, request.Cash));
    }

    /// <summary>What was asked, a profile of limits by its full name.</summary>
    public BacktestRequest Request { get; }

    /// <summary>The limits.</summary>
    public RiskTerms Risk { get; }

    /// <summary>Prices by instrument, in the order of the request.</summary>
    public IReadOnlyList<PriceInput> Inputs { get; }

    /// <summary>Instruments with their costs.</summary>
    public IReadOnlyList<BacktestMarket> Markets => _markets;

    /// <summary>Terms of the account.</summary>
    public AccountOptions Account { get; }

    /// <summary>Assumptions of matching.</summary>
    public MatchingOptions Matching => _matching;

    /// <summary>Size of the entries.</summary>
    public string Size { get; }

    /// <summary>Voting method.</summary>
    public string Voting { get; }

    /// <summary>Bars of the past that a session gives its strategies to see before they trade.</summary>
    public int WarmupBars => _configuration.Run.WarmupBars;

    /// <summary>Reads the prices and checks every text of a request.</summary>
    /// <exception cref="FormatException">A text is none of its forms.</exception>
    /// <exception cref="DataException">There are no such prices, or no rate into the account currency.</exception>
    /// <exception cref="Configuration.Binding.ConfigurationException">The limits are those of a profile that has faults.</exception>
    public static BacktestPlan Prepare(
        HostConfiguration configuration, PluginCatalog plugins, IBarStore store, IPriceSource prices, BacktestRequest request, CancellationToken cancellationToken)
    {
        if (request.File is not null && request.Symbols.Count > 1)
        {
            throw new FormatException($"--data names one file, but {request.Symbols.Count} symbols are asked for; import the files and leave --data out.");
        }

        RiskTerms risk = RiskTerms.Read(request.Risk, configuration, plugins);
        Timeframe? lower = MatchingTerms.Lower(request.Terms);
        var inputs = new List<PriceInput>();
        var markets = new List<BacktestMarket>();
        foreach (string symbol in request.Symbols)
        {
            Instrument instrument = risk.On(CostTerms.WithSwap(request.Terms.Swap, prices.Instrument(symbol)));
            PriceInput input = prices.Read(request, instrument, lower, cancellationToken);
            inputs.Add(input);
            markets.Add(Market(configuration, store, request, instrument, input));
        }

        return new BacktestPlan(configuration, plugins, risk, request with { Risk = risk.Name }, markets, inputs);
    }

    /// <summary>The same at other costs.</summary>
    /// <param name="factor">What spread and slippage are multiplied by.</param>
    public BacktestPlan WithCosts(double factor) => With(Request, Inputs, market => ScaledCosts.Quoted(market.Setup, factor));

    /// <summary>The same with all costs scaled: spread, slippage, commission and swap.</summary>
    /// <param name="factor">What they are multiplied by; 0 trades for nothing.</param>
    public BacktestPlan WithAllCosts(double factor) => With(Request, Inputs, market => ScaledCosts.All(market.Setup, factor));

    /// <summary>The same with other texts in the request; prices and their costs stay.</summary>
    /// <exception cref="FormatException">A text is none of its forms.</exception>
    public BacktestPlan With(Func<BacktestRequest, BacktestRequest> change) => With(change(Request), Inputs, market => market.Setup);

    /// <summary>The same on other bars. For one instrument without ticks and lower bars.</summary>
    public BacktestPlan WithBars(BarSeries bars) => With(Request, [Inputs[0] with { Bars = bars }], market => market.Setup);

    /// <summary>The same, prepared for many runs: what each would do to the prices again is done once.</summary>
    public BacktestPlan ForManyRuns() => new(
        _configuration, _plugins, Risk, Request, [.. _markets.Select(m => m with { Views = [.. m.Views.Select(v => v.LaidOut())] })], Inputs);

    /// <summary>A run of its own.</summary>
    /// <param name="sets">Parameters that override those of the request, as <c>STRATEGY.NAME=VALUE</c>.</param>
    /// <param name="strategies">What was built with which parameters.</param>
    /// <exception cref="PluginException">A strategy or parameter is unknown, or a value is outside its range.</exception>
    public BacktestSetup Setup(IReadOnlyList<string> sets, out JournalArray strategies)
    {
        JournalArray picked = [];
        BacktestMarket[] markets =
        [
            .. _markets.Select(market =>
            {
                IReadOnlyList<NamedStrategy> own = _picker.Pick(Request.Strategies, [.. Request.Sets, .. sets], out picked);
                return market with { Views = [market.Views[0] with { Strategies = own }] };
            }),
        ];
        strategies = picked;
        return new BacktestSetup
        {
            Account = Account,
            Matching = _matching,
            Markets = markets,
            Sizer = _sizer,
            Voting = _voting,
            Gate = Risk.Gate,
            CloseAtEnd = Request.CloseAtEnd,
        };
    }

    private static BacktestMarket Market(HostConfiguration configuration, IBarStore store, BacktestRequest request, Instrument instrument, PriceInput input)
    {
        SpreadModel spread = CostTerms.Spread(request.Terms.Spread, instrument, input.Bars);
        InstrumentSetup setup = AccountTerms.Setup(configuration, instrument, request.Timeframe, store) with
        {
            Spread = spread,
            Slippage = CostTerms.Slippage(request.Terms.Slippage),
            Commission = CostTerms.Commission(request.Terms.Commission),
        };
        return Market(new BacktestMarket { Setup = setup, Timeframe = request.Timeframe, Ticks = input.Ticks, Views = [] }, input);
    }

    private BacktestPlan With(BacktestRequest request, IReadOnlyList<PriceInput> inputs, Func<BacktestMarket, InstrumentSetup> change) => new(
        _configuration,
        _plugins,
        Risk,
        request,
        [.. _markets.Zip(inputs, (market, input) => Market(market with { Setup = change(market) }, input))],
        inputs);

    private static BacktestMarket Market(BacktestMarket market, PriceInput input)
    {
        InstrumentSetup setup = market.Setup;
        return market with
        {
            Setup = setup with { Bars = Points(setup.Instrument, input.Bars, setup.Spread) },
            Lower = input.Lower is { } lower ? Points(setup.Instrument, lower, setup.Spread) : null,
            Views = [new StrategyView(input.Bars, [])],
        };
    }

    private static PointBars Points(Instrument instrument, BarSeries bars, SpreadModel spread)
    {
        try
        {
            return PointBars.From(instrument, bars, spread);
        }
        catch (ArgumentException e)
        {
            throw new DataException($"{bars.Source} {bars.Timeframe}", e.Message.Split(" (Parameter")[0].TrimEnd('.'), "Correct the data, or the instrument's digits.", e);
        }
    }
}
