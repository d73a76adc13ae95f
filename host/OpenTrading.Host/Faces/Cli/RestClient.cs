using System.Net.Http.Headers;
using System.Text.Json;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Faces.Rest;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Calls the host that runs in a home, over REST.</summary>
internal sealed class RestClient : ICallTarget
{
    // A job answers within its inline wait, everything else within its time limit; whoever takes longer is suspended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly LocalAddress _address;

    private RestClient(HomeFolder home, LocalAddress address, string? credential)
    {
        _address = address;
        _http = new HttpClient(TrustedConnection.ToHome(home)) { BaseAddress = address.Url, Timeout = Patience };
        _http.DefaultRequestHeaders.Authorization = credential is null ? null : new AuthenticationHeaderValue("Bearer", credential);
        _http.DefaultRequestHeaders.Host = address.Host;
    }

    /// <summary>The host that runs in a home; null when none does.</summary>
    /// <param name="home">The home.</param>
    /// <param name="asOperator">Whether to call in the session of the operator who logged in here; otherwise as an analyst.</param>
    /// <exception cref="HomeException">A host runs and serves no REST.</exception>
    public static RestClient? Find(HomeFolder home, bool asOperator)
    {
        if (!HostLock.IsHeld(home))
        {
            return null;
        }

        LocalAddress address = LocalAddress.ReadRest(home) ?? throw new HomeException(
            $"{home.Root}: the host of this home, process {HostLock.Holder(home)}, serves no REST; see its first lines for the reason.");
        return new RestClient(home, address, asOperator ? SessionFile.Read(home) ?? LocalToken.Read(home) : LocalToken.Read(home));
    }

    /// <summary>Whether the host still takes the credential.</summary>
    public async Task<bool> IsAdmittedAsync(CancellationToken cancellationToken) =>
        CallReply.Of(await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/call"), cancellationToken).ConfigureAwait(false)).Error is null;

    /// <inheritdoc/>
    public async Task<CallList> ListAsync(CancellationToken cancellationToken)
    {
        byte[] list = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/call"), cancellationToken).ConfigureAwait(false);
        return CallList.Read(list);
    }

    /// <summary>Likewise, for the completion of a command line, which cannot wait for a task.</summary>
    public CallList List()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/call");
        using HttpResponseMessage response = _http.Send(request);
        using var body = new MemoryStream();
        response.Content.ReadAsStream().CopyTo(body);
        return CallList.Read(body.ToArray());
    }

    /// <inheritdoc/>
    public async Task<CallReply> CallAsync(string name, object arguments, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments, CapabilityJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        byte[] answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/call/{Uri.EscapeDataString(name)}") { Content = content }, cancellationToken).ConfigureAwait(false);
        return CallReply.Of(answer);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<byte[]> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException e)
            {
                throw new HomeException($"{_address.Url}: the host cannot be reached ({e.Message}); see 'opentrading doctor'.");
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new HomeException($"{_address.Url}: the host did not answer within {Patience.TotalSeconds:0} s; see 'opentrading doctor'.");
            }
        }
    }
}
