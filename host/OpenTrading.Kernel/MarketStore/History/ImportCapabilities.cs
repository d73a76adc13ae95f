using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>Brings recorded prices into the store.</summary>
/// <param name="market">Prices.</param>
/// <param name="store">Takes the rows.</param>
/// <param name="importers">Formats, as plugins offer them now.</param>
/// <param name="folder">The one folder files are taken from.</param>
public sealed class ImportCapabilities(MarketReader market, SeriesStore store, Func<IReadOnlyList<IBarImporter>> importers, string folder)
{
    /// <summary>Imports a file of bars.</summary>
    [Capability("import_bars", "market", Effect.Operate, "POST /market/import", Errors = [ErrorCode.ValidationError])]
    [Description("Store recorded bars of a file in the import folder. Bad rows are left out and listed.")]
    public ImportResult ImportBars(
        ICallContext call,
        [Description("Name in the import folder")] string file,
        string symbol,
        [StringLength(500)] string why,
        Timeframe timeframe = Timeframe.H1,
        [Description("IANA zone of times")] string timezone = "UTC")
    {
        _ = why; // The journal keeps it with the call.
        string path = PathOf(file);
        Instrument instrument = market.Instrument(symbol);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out _))
        {
            throw Invalid("timezone", $"'{timezone}' is no IANA zone", "Name one such as Europe/London.");
        }

        var options = new ImportOptions { Key = new SeriesKey(instrument.Symbol, timeframe), TimeZone = timezone, Digits = instrument.Digits, SkipBadRows = true };
        ImportReport report = Run(path, options, call.CancellationToken);
        market.Stored.Forget();
        long rejected = report.Rejected.Values.Sum();
        return new ImportResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{report.Rows} {timeframe} bars of {instrument.Symbol} read from {report.File.Name}, {report.Added} of them new, {rejected} bad rows left out."),
            Source = options.Key.Source,
            AsOf = report.To,
            Symbol = instrument.Symbol,
            Timeframe = timeframe,
            Rows = report.Rows,
            Added = report.Added,
            Rejected = [.. report.FirstRejected.Select(r => new RejectedLine(r.Row, r.Text))],
            RejectedCount = rejected,
            From = report.From,
            To = report.To,
            Sha256 = report.File.Sha256,
        };
    }

    private static CapabilityException Invalid(string argument, string message, string remedy) => new(
        ErrorCode.ValidationError, $"{argument}: {message}", remedy, [new ErrorDetail([argument], message)]);

    private ImportReport Run(string path, ImportOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return new FileImport(store, importers(), []).Run(path, options, cancellationToken);
        }
        catch (ImportException refused)
        {
            throw Invalid("file", refused.Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal), refused.Remedy);
        }
    }

    // A caller names a file, never a place: no folder, no link out of the one folder.
    private string PathOf(string file)
    {
        string path = Path.Combine(folder, file);
        bool isPlain = file.Length > 0 && file[0] != '.' && file == Path.GetFileName(file) && !file.Contains('\\', StringComparison.Ordinal) && file.IndexOfAny(Path.GetInvalidFileNameChars()) < 0;
        return isPlain && new FileInfo(path) is { Exists: true, LinkTarget: null } ? path
            : throw Invalid("file", $"'{file}' is no file in the import folder", "Put the file there and give its name alone.");
    }
}
