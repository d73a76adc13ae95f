using System.Net.Http.Headers;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Remote;

/// <summary>A host elsewhere, over its REST face.</summary>
internal sealed class RemoteHost : IDisposable
{
    // A job answers within its inline wait, everything else within its time limit.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;

    /// <param name="url">Where it answers, such as <c>https://desk.example:8010</c>.</param>
    /// <param name="fingerprint">SHA-256 of its certificate; null to trust those that the machine trusts.</param>
    public RemoteHost(Uri url, string? fingerprint)
    {
        Url = url;
        _http = new HttpClient(TrustedConnection.ToHost(fingerprint)) { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where it answers.</summary>
    public Uri Url { get; }

    /// <summary>Sends a request.</summary>
    /// <param name="request">With a path and no credential.</param>
    /// <param name="credential">Token of whoever asks; null for none.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits any more; then a call of it is given up over there too.</param>
    /// <exception cref="CapabilityException">It does not answer. NOT_CONNECTED is said only where it cannot have taken the request.</exception>
    public async Task<RemoteAnswer> SendAsync(HttpRequestMessage request, string? credential, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var late = new CancellationTokenSource(Patience);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            Authorize(request, credential);
            try
            {
                using HttpResponseMessage response = await _http.SendAsync(request, ending.Token).ConfigureAwait(false);
                return new RemoteAnswer(response.StatusCode, response.Headers.ETag?.Tag, await response.Content.ReadAsByteArrayAsync(ending.Token).ConfigureAwait(false));
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
            {
                throw new CapabilityException(ErrorCode.NotConnected, $"The host at {Url} cannot be reached", "See that it runs, and that address and fingerprint are its own.");
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && late.IsCancellationRequested))
            {
                throw new CapabilityException(ErrorCode.OutcomeUnknown, $"The host at {Url} took the request and gave no answer", "Look at what became of it before trying again.");
            }
        }
    }

    /// <summary>Names of what happens over there, as it happens.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached, refuses, or the line broke.</exception>
    public async IAsyncEnumerable<string> EventsAsync(string? credential, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string field = "event: ";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        Authorize(request, credential);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith(field, StringComparison.Ordinal))
            {
                yield return line[field.Length..];
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private static void Authorize(HttpRequestMessage request, string? credential) =>
        request.Headers.Authorization = credential is null ? null : new AuthenticationHeaderValue("Bearer", credential);
}
