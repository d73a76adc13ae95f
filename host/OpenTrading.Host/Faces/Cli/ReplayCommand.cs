using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Home;
using OpenTrading.Host.Running;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading replay --symbol EURUSD --timeframe H1 --strategy sma-rsi-baseline</c></summary>
internal static class ReplayCommand
{
    public static Command Build(CliOptions options)
    {
        var symbol = new Option<string>("--symbol") { Description = "Instrument.", Required = true };
        var timeframe = new Option<string>("--timeframe") { Description = "Bar length, such as H1.", Required = true };
        var strategy = new Option<string[]>("--strategy") { Description = "Strategy that votes; give it several times for an ensemble.", Required = true, HelpName = "ID" };
        var set = new Option<string[]>("--set") { Description = "Parameter, as NAME=VALUE or STRATEGY.NAME=VALUE.", DefaultValueFactory = _ => [] };
        var from = new Option<string?>("--from") { Description = "First bar, UTC, such as 2015-01-01." };
        var to = new Option<string?>("--to") { Description = "End of the bars, UTC, exclusive." };
        var size = new Option<string?>("--size") { Description = "lots:0.1, units:100000 or risk:1%." };
        var voting = new Option<string?>("--voting") { Description = "weighted, majority or unanimous." };
        var cash = NumberOption.Amount("--cash", "Money at the start, account currency.", (decimal)AccountsOptions.LeastCash, (decimal)AccountsOptions.MostCash);
        var command = new Command("replay", "Run stored bars through strategies, risk gate and simulated broker, journal included.")
        {
            symbol, timeframe, strategy, set, from, to, size, voting, cash,
        };
        return command.Do(async (arguments, cancellationToken) =>
        {
            HostConfiguration configuration = options.Configuration(arguments);
            HomeFolder home = options.Home(arguments);
            Terminal terminal = options.Terminal(arguments);
            var request = new ReplayRequest(
                arguments.GetRequiredValue(symbol),
                CliText.Frame(arguments.GetRequiredValue(timeframe)),
                arguments.GetRequiredValue(strategy),
                arguments.GetValue(set) ?? [],
                CliText.Time("--from", arguments.GetValue(from)),
                CliText.Time("--to", arguments.GetValue(to)),
                arguments.GetValue(size),
                arguments.GetValue(voting),
                arguments.GetValue(cash));
            ReplayOutcome outcome = await new ReplayRun(configuration, home).ExecuteAsync(
                request,
                (bars, work) => terminal.Progress($"{request.Symbol} {request.Timeframe}", bars, work),
                cancellationToken).ConfigureAwait(false);
            Terminal.NotLoaded(outcome.NotLoaded);
            ReplayReport.Print(terminal, outcome);
            return ExitCodes.Ok;
        });
    }
}
