using System.Globalization;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Paper;
using OpenTrading.Sdk.Market;
using static OpenTrading.Host.Diagnosis.Health.HealthStatus;

namespace OpenTrading.Host.Diagnosis.Health;

/// <summary>Looks at the parts of a running host.</summary>
/// <param name="host">The host.</param>
/// <param name="paper">Its account.</param>
internal sealed class HostParts(PaperHost host, PaperDesk paper)
{
    // What the gate asks for before an order, with the usual journal of a day on top.
    private const long LeastFree = 512L << 20;

    /// <summary>How each is.</summary>
    public IEnumerable<ComponentHealth> Look() => [Journal(), Signing(), Disk(), Prices(), Strategies(), Plugins()];

    private ComponentHealth Journal()
    {
        AuditJournal journal = host.Journal;
        return journal switch
        {
            { State: not JournalState.Open } => new("journal", Down, journal.Failure?.Message ?? "It is closed."),
            { FollowFailure: { } fault } => new("journal", Degraded, $"It is written, but questions about it miss what came after {fault.GetType().Name}; restart the host."),
            _ => new("journal", Ok, string.Create(CultureInfo.InvariantCulture, $"{host.Records.Index.Size} records, all chained.")),
        };
    }

    private ComponentHealth Signing() => host.Checkpoints.Fault is { } fault
        ? new("checkpoints", Degraded, $"The last one could not be written: {fault}")
        : new("checkpoints", Ok, host.Checkpoints.Last is { } last ? string.Create(CultureInfo.InvariantCulture, $"The last one covers {last.Checkpoint.Size} records.") : "None is due yet.");

    private ComponentHealth Disk()
    {
        try
        {
            long free = new DriveInfo(host.Home.Root).AvailableFreeSpace;
            string shown = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB are free.");
            return free >= LeastFree ? new("disk", Ok, shown) : new("disk", Degraded, $"{shown} Free some, below {LeastFree >> 20} MiB entries are refused.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new("disk", Degraded, $"Its free space cannot be read: {e.Message}");
        }
    }

    private ComponentHealth Prices()
    {
        Instrument instrument = host.Instrument;
        (bool hasQuote, PriceStamp stamp) = paper.Do(desk => (desk.Broker.Quote(instrument.Symbol) is not null, paper.Stamp()));
        string what = $"{instrument.Symbol} from {host.Source}";
        return !hasQuote ? new("prices", Ok, $"{what}: no bar has closed since the start.")
            : stamp.Stale && MarketHours.Of(instrument).IsOpen(host.Market.Now) != false ? new("prices", Degraded, $"{what}: the last price is of {stamp.AsOf:yyyy-MM-dd HH:mm} UTC, and its market is open; look at the source.")
            : new("prices", Ok, $"{what}: the last price is of {stamp.AsOf:yyyy-MM-dd HH:mm} UTC.");
    }

    private ComponentHealth Strategies() => host.Session.Faulted is { Count: > 0 } faulted
        ? new("strategies", Degraded, string.Join("; ", faulted.Select(f => $"{f.Id} was taken out: {f.Why}")))
        : new("strategies", Ok, "None was taken out.");

    private ComponentHealth Plugins()
    {
        IReadOnlyList<Plugin> plugins = host.Plugins.Catalog.Plugins;
        Plugin[] amiss = [.. plugins.Where(p => p.State != PluginState.Loaded)];
        return amiss.Length == 0
            ? new("plugins", Ok, $"{plugins.Count} are loaded.")
            : new("plugins", Degraded, $"{string.Join("; ", amiss.Select(p => $"{p.Id}: {p.Why}"))} See list_plugins.");
    }
}
