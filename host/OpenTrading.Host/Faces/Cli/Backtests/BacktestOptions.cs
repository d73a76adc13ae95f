using System.CommandLine;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Running.Backtests;

namespace OpenTrading.Host.Faces.Cli.Backtests;

/// <summary>The options that say what is run and under which assumptions; a sweep has them too.</summary>
internal sealed class BacktestOptions
{
    private static readonly BacktestTerms Usual = new();

    private readonly Option<string[]> _strategy = new("--strategy") { Description = "Strategy; give it several times for an ensemble.", Required = true, HelpName = "ID" };
    private readonly Option<string[]> _set = new("--set") { Description = "Parameter, as NAME=VALUE or STRATEGY.NAME=VALUE.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _data = new("--data") { Description = "File of bars or ticks; without it the store is read.", HelpName = "FILE" };
    private readonly Option<string> _symbol = new("--symbol") { Description = "Instrument; several, joined by commas, are a portfolio.", Required = true };
    private readonly Option<string> _timeframe = new("--timeframe") { Description = "Bar length the strategies see, such as H1.", Required = true };
    private readonly Option<string?> _from = new("--from") { Description = "First bar, UTC, such as 2015-01-01." };
    private readonly Option<string?> _to = new("--to") { Description = "End of the bars, UTC, exclusive." };
    private readonly Option<decimal?> _cash = NumberOption.Amount("--cash", "Money at the start, account currency.", (decimal)AccountsOptions.LeastCash, (decimal)AccountsOptions.MostCash);
    private readonly Option<string?> _size = new("--size") { Description = "lots:0.1, units:100000 or risk:1%." };
    private readonly Option<string?> _voting = new("--voting") { Description = "weighted, majority or unanimous." };
    private readonly Option<string> _spread = Term("--spread", "recorded, median-by-hour, fixed:1.2pips, fixed:12points or 0.", Usual.Spread);
    private readonly Option<string> _commission = Term("--commission", "instrument, 0, or per-lot:3.5, notional:0.00007, per-trade:1, joined by commas.", Usual.Commission);
    private readonly Option<string> _slippage = Term("--slippage", "0, fixed:3, random:0..5 or volatility:0.1, points.", Usual.Slippage);
    private readonly Option<string> _swap = Term("--swap", "0, instrument, points:-2.1/0.8, money:-5/1 or percent:-3/1, long and short.", Usual.Swap);
    private readonly Option<string> _delay = Term("--delay", "0, 2bars or, on ticks, 300ms.", Usual.Delay);
    private readonly Option<string> _intrabar = Term("--intrabar", "pessimistic, ohlc-path or lower:M1.", Usual.Intrabar);
    private readonly Option<string> _trail = Term("--trail", "Trailing stops follow the bar's extreme or its close.", Usual.Trail);
    private readonly Option<string> _account = Term("--account", "netting or hedging.", Usual.Account);
    private readonly Option<string> _leverage = Term("--leverage", "Such as 30, or none for no margin rules.", Usual.Leverage);
    private readonly Option<string> _rounding = Term("--money-rounding", "none or currency.", Usual.MoneyRounding);
    private readonly Option<string> _risk = Term("--risk", "off, config for the rules of the configuration in force, or the limits of another configuration, a profile, by its name, such as prop-trailing, or its path.", BacktestTerms.RiskOfConfiguration);
    private readonly Option<long?> _seed = NumberOption.Whole("--seed", "Seed of everything random.", 0, long.MaxValue);
    private readonly Option<bool> _closeAtEnd = new("--close-at-end") { Description = "Close what is open at the last close." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            _strategy, _set, _data, _symbol, _timeframe, _from, _to, _cash, _size, _voting, _spread, _commission, _slippage, _swap, _delay, _intrabar, _trail, _account, _leverage,
            _rounding, _risk, _seed, _closeAtEnd,
        ];
        foreach (Option option in all)
        {
            command.Add(option);
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">A timeframe or time is none.</exception>
    public BacktestRequest Read(ParseResult arguments) => new()
    {
        Symbols = arguments.GetRequiredValue(_symbol).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Timeframe = CliText.Frame(arguments.GetRequiredValue(_timeframe)),
        Strategies = arguments.GetRequiredValue(_strategy),
        Sets = arguments.GetValue(_set) ?? [],
        File = arguments.GetValue(_data),
        From = CliText.Time("--from", arguments.GetValue(_from)),
        To = CliText.Time("--to", arguments.GetValue(_to)),
        Cash = arguments.GetValue(_cash),
        Size = arguments.GetValue(_size),
        Voting = arguments.GetValue(_voting),
        Risk = arguments.GetValue(_risk)!,
        CloseAtEnd = arguments.GetValue(_closeAtEnd),
        Terms = new BacktestTerms
        {
            Spread = arguments.GetValue(_spread)!,
            Commission = arguments.GetValue(_commission)!,
            Slippage = arguments.GetValue(_slippage)!,
            Swap = arguments.GetValue(_swap)!,
            Delay = arguments.GetValue(_delay)!,
            Intrabar = arguments.GetValue(_intrabar)!,
            Trail = arguments.GetValue(_trail)!,
            Account = arguments.GetValue(_account)!,
            Leverage = arguments.GetValue(_leverage)!,
            MoneyRounding = arguments.GetValue(_rounding)!,
            Seed = arguments.GetValue(_seed) ?? 0,
        },
    };

    private static Option<string> Term(string name, string description, string usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };
}
