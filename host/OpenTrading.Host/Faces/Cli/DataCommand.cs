using System.CommandLine;
using System.Globalization;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading data list</c> and <c>data check</c></summary>
internal static class DataCommand
{
    public static Command Build(CliOptions options)
    {
        var list = new Command("list", "Show the stored series.");
        list.Do(arguments => Print(options.Terminal(arguments), new SeriesStore(options.Home(arguments).Store).List()));
        var check = new Command("check", "Verify every checksum of the store and report gaps, outliers and other faults of the prices.");
        check.Do(arguments => DataCheck.Run(
            options.Terminal(arguments), new SeriesStore(options.Home(arguments).Store), options.Configuration(arguments)));
        return new Command("data", "The stored market data.") { list, check };
    }

    private static int Print(Terminal terminal, IReadOnlyList<StoredSeries> series)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(new { series = series.Select(Row) });
        }
        else if (series.Count == 0)
        {
            terminal.Line("nothing is stored yet; next: opentrading import FILE --symbol EURUSD --timeframe H1");
        }
        else
        {
            terminal.Table(
                ["series", "source", "rows", "from", "to", "digits", "files"],
                series.Select(s => (string[])
                [
                    s.Key.ToString(),
                    s.Key.Source,
                    s.Fault is null ? s.Rows.ToString("N0", CultureInfo.InvariantCulture) : "corrupt",
                    s.Fault is null ? Stamp(s.From) : s.Fault,
                    s.Fault is null ? Stamp(s.To) : "",
                    s.Digits.ToString(CultureInfo.InvariantCulture),
                    string.Join(", ", s.Files.Select(f => f.Name)),
                ]));
        }

        return series.Any(s => s.Fault is not null) ? ExitCodes.NoData : ExitCodes.Ok;
    }

    private static object Row(StoredSeries s) => new
    {
        symbol = s.Key.Symbol,
        timeframe = s.Key.Timeframe?.ToString() ?? "ticks",
        source = s.Key.Source,
        rows = s.Rows,
        from = s.From,
        to = s.To,
        digits = s.Digits,
        files = s.Files.Select(f => new { f.Name, f.Sha256 }),
        fault = s.Fault,
    };

    private static string Stamp(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
