using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Scanner.Scans;

/// <summary>Scans the watchlist <c>main</c> again and again while the host runs. One that fails is noted, and the next one comes in its turn.</summary>
/// <param name="schedule">When, and for what.</param>
/// <param name="scanner">Scans.</param>
/// <param name="readings">Knows the watchlist.</param>
/// <param name="context">Clock and journal.</param>
internal sealed class ScheduledScans(ScanSchedule schedule, ScanDesk scanner, MarketReadings readings, IPluginContext context) : IPluginService, IDisposable
{
    private const int Most = 50;

    private readonly CancellationTokenSource _ending = new();
    private Task _running = Task.CompletedTask;

    public string Name => "Scanner";

    public Task<string> StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(RunAsync, CancellationToken.None);
        return Task.FromResult(FormattableString.Invariant($"Scanner looks at watchlist main every {schedule.Every.TotalMinutes:0} minutes, by {schedule.Preset.Name}"));
    }

    public async Task StopAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        Dispose();
    }

    public void Dispose() => _ending.Dispose();

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(schedule.Every, context.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_ending.Token).ConfigureAwait(false))
            {
                Scan();
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private void Scan()
    {
        try
        {
            ScanOutcome outcome = scanner.Scan(readings.Symbols(null), schedule.Timeframes, schedule.Preset, schedule.MinScore, Most, new Progress<JobProgress>(), _ending.Token);
            context.Notes.Write(
                "scan.ended",
                ("scanId", outcome.Kept.ScanId),
                ("preset", schedule.Preset.Name),
                ("scanned", FormattableString.Invariant($"{outcome.All.Count}")),
                ("found", string.Join(", ", outcome.Found.Select(f => FormattableString.Invariant($"{f.Opportunity.Symbol} {f.Opportunity.Direction} {f.Opportunity.Score}")))),
                ("unavailable", string.Join(", ", outcome.Unavailable.Select(u => u.Section))));
        }
        catch (Exception e) when (e is CapabilityException or DataException)
        {
            context.Notes.Write("scan.failed", ("why", e.Message));
        }
    }
}
