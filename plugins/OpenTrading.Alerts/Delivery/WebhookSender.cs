using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using OpenTrading.Alerts.Watching;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Web;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OpenTrading.Alerts.Delivery;

/// <summary>
/// Sends alerts to other machines, each on a way of its own: one that never answers keeps nobody waiting. It connects to public addresses alone, follows
/// no redirect, reads no answer, and gives up after a few attempts.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private const int MostUnderWay = 1000;
    private const int MostOfOneHost = 100;

    private readonly IPluginContext _context;
    private readonly AlertsOptions _options;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<HttpStatusCode> _attempts;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<string, int> _ofHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Task, bool> _underWay = new();

    /// <summary>A sender.</summary>
    /// <param name="context">Clock, secret and journal.</param>
    /// <param name="options">Limits.</param>
    /// <param name="isAllowed">Which addresses may be connected to; null for those of the public internet.</param>
    public WebhookSender(IPluginContext context, AlertsOptions options, Func<IPAddress, bool>? isAllowed = null)
    {
        (_context, _options) = (context, options);
        Func<IPAddress, bool> allowed = isAllowed ?? PublicAddress.Is;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = async (connection, cancellationToken) =>
                await PublicAddress.ConnectAsync(connection.DnsEndPoint.Host, connection.DnsEndPoint.Port, allowed, cancellationToken).ConfigureAwait(false),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("OpenTrading", "1") } },
        };
        _attempts = Attempts(context.Wall, options);
    }

    /// <summary>Sends what fired to where it says. Returns at once.</summary>
    public void Send(FiredAlert fired)
    {
        if (fired.Alert.Webhook is not { } webhook || !Uri.TryCreate(webhook, UriKind.Absolute, out Uri? url))
        {
            return;
        }

        if (_underWay.Count >= MostUnderWay || _ofHost.GetValueOrDefault(url.Authority) >= MostOfOneHost)
        {
            Note("alert.webhook_dropped", fired, url, "too many wait for an answer");
            return;
        }

        _ofHost.AddOrUpdate(url.Authority, 1, (_, count) => count + 1);
        var task = Task.Run(() => DeliverAsync(fired, url));
        _underWay[task] = true;
        _ = task.ContinueWith(
            done =>
            {
                _underWay.TryRemove(done, out _);
                _ofHost.AddOrUpdate(url.Authority, 0, (_, count) => count - 1);
            },
            TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_underWay.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _client.Dispose();
        _ending.Dispose();
    }

    private static ResiliencePipeline<HttpStatusCode> Attempts(TimeProvider wall, AlertsOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpStatusCode> { TimeProvider = wall };
        if (options.WebhookRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpStatusCode>
            {
                MaxRetryAttempts = options.WebhookRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(30),
                ShouldHandle = new PredicateBuilder<HttpStatusCode>()
                    .Handle<HttpRequestException>(e => e.InnerException is not IOException { Message: { } why } || !why.Contains("private network", StringComparison.Ordinal))
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(status => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError),
            });
        }

        return builder.AddTimeout(TimeSpan.FromMilliseconds(options.WebhookTimeoutMs)).Build();
    }

    private async Task DeliverAsync(FiredAlert fired, Uri url)
    {
        try
        {
            if (_context.Secret(_options.WebhookKeyFile) is not { Length: >= WebhookMessage.ShortestSecret } secret)
            {
                Note("alert.webhook_failed", fired, url, $"{_options.WebhookKeyFile} holds no secret");
                return;
            }

            HttpStatusCode status = await _attempts.ExecuteAsync(async cancellationToken => await PostAsync(fired, url, secret, cancellationToken).ConfigureAwait(false), _ending.Token).ConfigureAwait(false);
            bool isTaken = (int)status is >= 200 and < 300;
            Note(isTaken ? "alert.webhook_sent" : "alert.webhook_failed", fired, url, FormattableString.Invariant($"status {(int)status}"));
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The host ends.
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or IOException or FormatException)
        {
            Note("alert.webhook_failed", fired, url, e.InnerException?.Message ?? e.Message);
        }
    }

    private async Task<HttpStatusCode> PostAsync(FiredAlert fired, Uri url, string secret, CancellationToken cancellationToken)
    {
        // Signed anew for each attempt: the receiver refuses what is old.
        WebhookMessage message = WebhookMessage.Of(fired, secret, _context.Wall.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(message.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.TryAddWithoutValidation(WebhookMessage.Header, message.Signature);
        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return response.StatusCode;
    }

    // The path may hold a secret of the receiver.
    private void Note(string type, FiredAlert fired, Uri url, string why) =>
        _context.Notes.Write(type, ("alertId", fired.Alert.AlertId), ("host", url.Authority), ("why", why));
}
