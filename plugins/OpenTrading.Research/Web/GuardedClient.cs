using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OpenTrading.Research.Web;

/// <summary>
/// Asks machines elsewhere, none of which is trusted. It reaches public addresses alone, follows redirects by hand, waits and reads only so much, takes
/// only the kind of answer that was asked for, and asks nobody more often than they like.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class GuardedClient : IDisposable
{
    private const int ChunkBytes = 16 * 1024;

    private readonly WebLimits _limits;
    private readonly TimeProvider _wall;
    private readonly HostPace _pace;
    private readonly AnswerCache _cache;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<WebAnswer> _tries;

    /// <summary>A client without a connection yet.</summary>
    public GuardedClient(AddressGuard guard, WebLimits limits, TimeProvider wall)
    {
        (_limits, _wall) = (limits, wall);
        _pace = new HostPace(limits.RequestsPerMinute, wall);
        _cache = new AnswerCache(limits.CacheLife, limits.MostCachedBytes, wall);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            ConnectCallback = guard.ConnectAsync,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            SslOptions = new SslClientAuthenticationOptions(),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("OpenTrading", "1.0"));
        _tries = new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = wall }
            .AddRetry(new RetryStrategyOptions<WebAnswer>
            {
                MaxRetryAttempts = Math.Max(1, limits.Retries),
                Delay = limits.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is FetchException { IsTransient: true } fault && !(fault.RetryAfter > limits.MostWait)),
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as FetchException)?.RetryAfter),
            })
            .AddTimeout(limits.Timeout)
            .Build();
    }

    /// <summary>Asks, several times where that may help.</summary>
    /// <exception cref="FetchException">Nothing usable came back.</exception>
    public async Task<WebAnswer> FetchAsync(WebQuery query, CancellationToken cancellationToken)
    {
        if (_cache.Find(query.Key) is { } kept)
        {
            return kept;
        }

        string host = query.Address.IdnHost;
        try
        {
            WebAnswer answer = await _tries.ExecuteAsync(
                async token =>
                {
                    _pace.Take(host);
                    return await TryAsync(query, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            _cache.Add(query.Key, answer);
            return answer;
        }
        catch (TimeoutRejectedException e)
        {
            throw new FetchException($"{host} did not answer within {_limits.Timeout.TotalSeconds:0.##} s", e);
        }
        catch (FetchException e) when (e is { IsTransient: true, RetryAfter: { } pause })
        {
            _pace.Hold(host, pause);
            throw;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<WebAnswer> TryAsync(WebQuery query, CancellationToken cancellationToken)
    {
        Uri at = query.Address;
        for (int redirects = 0; ; redirects++)
        {
            RequireWeb(at);
            using HttpRequestMessage request = ToRequest(query, at);
            using HttpResponseMessage response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            {
                at = Next(query, at, response, redirects);
                continue;
            }

            RequireUsable(query, at, response);
            return new WebAnswer(await ReadAsync(at, response, cancellationToken).ConfigureAwait(false), _wall.GetUtcNow().UtcDateTime);
        }
    }

    private static HttpRequestMessage ToRequest(WebQuery query, Uri at)
    {
        var request = new HttpRequestMessage(query.Json is null ? HttpMethod.Get : HttpMethod.Post, at);
        request.Headers.Accept.ParseAdd(string.Join(", ", query.MediaTypes));
        if (query.Json is { } json)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (query.Bearer is { } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string host = request.RequestUri!.IdnHost;
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FetchException or { InnerException: FetchException })
        {
            throw e as FetchException ?? e.InnerException!;
        }
        catch (HttpRequestException e)
        {
            bool isFinal = e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded;
            throw new FetchException($"{host} cannot be reached ({e.HttpRequestError})", e) { IsTransient = !isFinal };
        }
    }

    private static void RequireWeb(Uri at)
    {
        if (at.Scheme is not ("http" or "https"))
        {
            throw new FetchException($"a {at.Scheme} address is none of the web");
        }
    }

    private Uri Next(WebQuery query, Uri at, HttpResponseMessage response, int redirects)
    {
        if (query.Json is not null)
        {
            throw new FetchException($"{at.IdnHost} sends the request elsewhere; a key is shown to no other machine");
        }

        if (redirects >= _limits.MostRedirects)
        {
            throw new FetchException($"{query.Address.IdnHost} redirects more than {_limits.MostRedirects} times");
        }

        Uri next = response.Headers.Location is { } location ? new Uri(at, location) : throw new FetchException($"{at.IdnHost} redirects to nowhere");
        return at.Scheme == "https" && next.Scheme == "http" ? throw new FetchException($"{at.IdnHost} redirects from https to http") : next;
    }

    private void RequireUsable(WebQuery query, Uri at, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new FetchException($"{at.IdnHost} answered with status {status}") { IsTransient = status is 429 or >= 500, RetryAfter = PauseOf(response) };
        }

        string media = response.Content.Headers.ContentType?.MediaType ?? "no type";
        if (!query.MediaTypes.Contains(media, StringComparer.OrdinalIgnoreCase))
        {
            throw new FetchException($"{at.IdnHost} answered with another kind of content than {string.Join(" or ", query.MediaTypes)}");
        }

        if (response.Content.Headers.ContentLength > _limits.MostBytes)
        {
            throw TooLong(at);
        }
    }

    private TimeSpan? PauseOf(HttpResponseMessage response)
    {
        TimeSpan? pause = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - _wall.GetUtcNow() : null;
        return pause is null ? null : TimeSpan.FromSeconds(Math.Clamp(pause.Value.TotalSeconds, 0, 3600));
    }

    private async Task<byte[]> ReadAsync(Uri at, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var read = new MemoryStream();
            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            byte[] chunk = new byte[ChunkBytes];
            for (int bytes; (bytes = await content.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (read.Length + bytes > _limits.MostBytes)
                {
                    throw TooLong(at);
                }

                read.Write(chunk, 0, bytes);
            }

            return read.ToArray();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            throw new FetchException($"the answer of {at.IdnHost} ended before it was whole", e) { IsTransient = true };
        }
    }

    private FetchException TooLong(Uri at) => new($"the answer of {at.IdnHost} is longer than {_limits.MostBytes} bytes");
}
