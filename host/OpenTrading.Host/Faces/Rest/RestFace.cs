using System.Net;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Home;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Every capability of a running host over HTTP.</summary>
internal sealed class RestFace : IServedFace
{
    private readonly HostEvents _events;
    private readonly RestHandler _handler;
    private HttpFace? _server;
    private IDisposable? _address;

    private RestFace(PaperHost host)
    {
        _events = new HostEvents(host, TimeProvider.System);
        _handler = new RestHandler(host.Capabilities.Dispatcher, host.Security.OpenGate(), _events.Feed);
    }

    /// <inheritdoc/>
    public string Line => $"REST at {_server!.Address.GetLeftPart(UriPartial.Authority)}, to read and to try at /docs";

    /// <summary>Starts to serve a host.</summary>
    /// <exception cref="IOException">Another process listens at that address.</exception>
    /// <exception cref="HomeException">TLS is asked for and the certificate cannot be used.</exception>
    public static async Task<IServedFace> StartAsync(PaperHost host, HostConfiguration configuration, HomeFolder home, CancellationToken cancellationToken)
    {
        var face = new RestFace(host);
        try
        {
            face._server = await HttpFace.StartAsync(
                IPEndPoint.Parse(configuration.Server.RestListen),
                configuration.Security.Tls ? TlsCertificate.Load(home) : null,
                face._handler.AnswerAsync,
                cancellationToken).ConfigureAwait(false);
            face._address = LocalAddress.Of(face._server.Address, configuration.Security.AllowedHosts).PublishRest(home);
            return face;
        }
        catch
        {
            await face.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _address?.Dispose();
        _events.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        _handler.Dispose();
    }
}
