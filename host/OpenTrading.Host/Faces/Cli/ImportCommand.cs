using System.CommandLine;
using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading import FILE --symbol EURUSD --timeframe H1</c></summary>
internal static class ImportCommand
{
    public static Command Build(CliOptions options)
    {
        var file = new Argument<string>("file") { Description = "CSV, MetaTrader 5 bar or tick export, plain, gzip or zip." };
        var symbol = new Option<string>("--symbol") { Description = "Instrument the prices belong to.", Required = true };
        var timeframe = new Option<string>("--timeframe") { Description = "Bar length such as H1, or ticks.", Required = true };
        var timezone = new Option<string>("--timezone") { Description = "IANA zone of times without an offset.", DefaultValueFactory = _ => "UTC" };
        var digits = NumberOption.Whole("--digits", "Decimal digits of a price, where the instrument is unknown.", 0, 8);
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Leave bad rows out and count them instead of refusing the file." };
        var replace = new Option<bool>("--replace") { Description = "Let rows of the file replace stored ones of the same time." };
        var command = new Command("import", "Store recorded bars or ticks. All of a file or nothing; the same rows again add none.")
        {
            file, symbol, timeframe, timezone, digits, skip, replace,
        };
        return command.Do((arguments, cancellationToken) =>
        {
            HostConfiguration configuration = options.Configuration(arguments);
            HomeFolder home = options.Home(arguments);
            string name = arguments.GetRequiredValue(symbol);
            var import = new ImportOptions
            {
                Key = new SeriesKey(name, Frame(arguments.GetRequiredValue(timeframe))),
                TimeZone = arguments.GetValue(timezone)!,
                Digits = (int?)arguments.GetValue(digits) ?? DigitsOf(name, configuration),
                SkipBadRows = arguments.GetValue(skip),
                Replace = arguments.GetValue(replace),
            };
            using PluginSet set = HostPlugins.Load(configuration, home, TimeProvider.System);
            PluginCatalog plugins = set.Catalog;
            Terminal.NotLoaded(plugins.Faults);
            var importer = new FileImport(new SeriesStore(home.Store), plugins.BarImporters, plugins.TickImporters);
            Print(options.Terminal(arguments), importer.Run(arguments.GetRequiredValue(file), import, cancellationToken));
            return Task.FromResult(ExitCodes.Ok);
        });
    }

    // Prices of an unknown instrument cannot be rounded, and a mistyped name would found a series that nothing ever trades.
    private static int DigitsOf(string symbol, HostConfiguration configuration) =>
        configuration.Instruments.TryGetValue(symbol, out Instrument? instrument) ? instrument.Digits
        : throw new DataException(
            symbol,
            "the instrument is unknown",
            Suggestion.Nearest(symbol, configuration.Instruments.Keys) is { } guess
                ? $"Did you mean {guess}? If not, say how many decimals its prices have (--digits)."
                : $"Say how many decimals its prices have (--digits), or add [{symbol}] to {configuration.Market.Instruments}.");

    private static Timeframe? Frame(string text) =>
        string.Equals(text, "ticks", StringComparison.OrdinalIgnoreCase) ? null
        : Timeframes.TryParse(text, out Timeframe frame) ? frame
        : throw new FormatException($"timeframe '{text}' is unknown; write one of {string.Join(", ", Timeframes.All)} or ticks.");

    private static void Print(Terminal terminal, ImportReport report)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(new
            {
                series = report.Series.Key.ToString(),
                source = report.Series.Key.Source,
                format = report.Format,
                file = report.File.Name,
                sha256 = report.File.Sha256,
                rows = report.Rows,
                added = report.Added,
                replaced = report.Replaced,
                known = report.Known,
                rejected = report.Rejected.ToDictionary(r => r.Key.ToString(), r => r.Value),
                from = report.From,
                to = report.To,
                stored = report.Series.Rows,
            });
            return;
        }

        string unit = report.Series.Key.IsTicks ? "ticks" : "bars";
        terminal.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Series.Key}: {report.Rows:N0} {unit} read from {report.File.Name} ({report.Format}), {report.From:yyyy-MM-dd HH:mm} to {report.To:yyyy-MM-dd HH:mm} UTC"));
        terminal.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"added {report.Added:N0}, replaced {report.Replaced:N0}, already known {report.Known:N0}; the store now holds {report.Series.Rows:N0}"));
        foreach (RejectedRow row in report.FirstRejected)
        {
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"left out row {row.Row}: {row.Text}"));
        }

        if (!report.Series.Key.IsTicks)
        {
            terminal.Line($"next: opentrading replay --symbol {report.Series.Key.Symbol} --timeframe {report.Series.Key.Timeframe} --strategy sma-rsi-baseline");
        }
    }
}
