using OpenTrading.Alerts.Delivery;
using OpenTrading.Alerts.Watching;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts;

/// <summary>Listens to the market while the host runs, and tells what fires: live events, clients that subscribed, the journal, webhooks.</summary>
/// <param name="engine">The alerts.</param>
/// <param name="sender">Sends webhooks.</param>
/// <param name="options">How often prices are asked for.</param>
/// <param name="context">The host.</param>
internal sealed class AlertService(AlertEngine engine, WebhookSender sender, AlertsOptions options, IPluginContext context) : IPluginService, IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task _running = Task.CompletedTask;

    public string Name => "Alerts";

    public Task<string> StartAsync(CancellationToken cancellationToken)
    {
        engine.Fired += Tell;
        int waiting = engine.All.Count(a => a.Ended is null);
        string omitted = engine.Omitted;
        if (omitted.Length > 0)
        {
            context.Notes.Write("alert.omitted", ("why", $"{waiting} alerts wait{omitted}"));
        }

        _running = Task.WhenAll(Task.Run(HearAsync, CancellationToken.None), Task.Run(LookAsync, CancellationToken.None));
        return Task.FromResult($"Alerts: {waiting} wait{omitted}");
    }

    public async Task StopAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        engine.Fired -= Tell;
        Guarded(engine.Rest);
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await sender.DisposeAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task HearAsync()
    {
        try
        {
            await foreach (MarketEvent e in context.Events.FollowAsync(_ending.Token).ConfigureAwait(false))
            {
                Guarded(() => engine.Hear(e));
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.PollMs), context.Wall);
        try
        {
            while (await timer.WaitForNextTickAsync(_ending.Token).ConfigureAwait(false))
            {
                Guarded(engine.Look);
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    // What cannot be kept or read now may be a moment later; the alerts go on.
    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is DataException or CapabilityException)
        {
            context.Notes.Write("alert.failed", ("why", e.Message));
        }
    }

    private void Tell(IReadOnlyList<FiredAlert> fired)
    {
        foreach (FiredAlert one in fired)
        {
            context.Notes.Write(
                "alert.fired",
                ("alertId", one.Alert.AlertId),
                ("symbol", one.Alert.Symbol),
                ("source", one.Alert.Source),
                ("condition", one.Alert.InWords),
                ("price", FormattableString.Invariant($"{one.Firing.Price}")),
                ("marketTime", FormattableString.Invariant($"{one.Firing.Time:yyyy-MM-ddTHH:mm:ss.fffZ}")),
                ("note", one.Alert.Note));
            context.Events.Tell(
                "alert",
                ("alertId", one.Alert.AlertId),
                ("symbol", one.Alert.Symbol),
                ("source", one.Alert.Source),
                ("condition", one.Alert.InWords),
                ("price", one.Firing.Price),
                ("time", one.Firing.Time),
                ("note", one.Alert.Note));
            sender.Send(one);
        }
    }
}
