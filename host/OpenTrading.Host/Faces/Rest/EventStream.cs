using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Live events as server-sent events. A client that reads too slowly, or whose credential ends, is let go; it can come back.</summary>
/// <remarks>Source: WHATWG HTML, section 9.2.</remarks>
internal sealed class EventStream(LiveFeed feed, CallerGate gate, TimeProvider time)
{
    public const string Path = "/events";
    private const int MostClients = 64;
    private const int MostClientsEach = 16;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // A client that takes nothing for so long is gone, or as good as.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(10);

    private readonly FairShare _clients = new(MostClients, MostClientsEach);

    /// <summary>Writes events until the client leaves.</summary>
    /// <exception cref="CapabilityException">Too many listen already, of this caller or in all.</exception>
    public async Task WriteAsync(HttpContext context, Principal caller)
    {
        using IDisposable part = _clients.Take(caller, "listening clients");
        LiveListener listener = feed.Listen();
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            await WriteAsync(context, listener).ConfigureAwait(false);
        }
        finally
        {
            feed.Leave(listener);
        }

        if (listener.IsBehind)
        {
            // An orderly end would look as if nothing was missing.
            context.Abort();
        }
    }

    private async Task WriteAsync(HttpContext context, LiveListener listener)
    {
        long id = 0;
        long checkedAt = time.GetTimestamp();
        while (true)
        {
            TimeSpan left = Heartbeat - time.GetElapsedTime(checkedAt);
            if (left <= TimeSpan.Zero)
            {
                if (!gate.IsStillAdmitted(context))
                {
                    return;
                }

                await SendAsync(context, ": heartbeat\n\n"u8.ToArray()).ConfigureAwait(false);
                checkedAt = time.GetTimestamp();
                continue;
            }

            using var pause = new CancellationTokenSource(left, time);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, context.RequestAborted);
            try
            {
                LiveEvent live = await listener.Events.ReadAsync(waiting.Token).ConfigureAwait(false);
                string head = string.Create(CultureInfo.InvariantCulture, $"id: {++id}\nevent: {live.Name}\ndata: ");
                await SendAsync(context, [.. Encoding.ASCII.GetBytes(head), .. live.Data, .. "\n\n"u8]).ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                return;
            }
            catch (OperationCanceledException) when (pause.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
            {
                // Nothing happened for a while; the client is told that the host is there.
            }
        }
    }

    private async Task SendAsync(HttpContext context, byte[] text)
    {
        using var late = new CancellationTokenSource(LongestWrite, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(late.Token, context.RequestAborted);
        await context.Response.Body.WriteAsync(text, giveUp.Token).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(giveUp.Token).ConfigureAwait(false);
    }
}
