using System.Net;
using OpenTrading.MetaTrader.Links;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader;

/// <summary>Listens for experts while the host runs.</summary>
/// <param name="options">The bridge as configured.</param>
/// <param name="bridge">What they are served by.</param>
/// <param name="context">The host.</param>
internal sealed class BridgeService(BridgeOptions options, Bridge bridge, IPluginContext context) : IPluginService, IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly List<ILinkListener> _listening = [];

    public string Name => "MetaTrader";

    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Enabled)
        {
            return "MetaTrader is off (metatrader.enabled)";
        }

        var proof = new TokenProof(context.Secret(options.TokenFile) ?? "");
        IPEndPoint[] endPoints = [.. new[] { Addresses.Parse("listen", options.Listen), Addresses.Parse("http_listen", options.HttpListen) }.OfType<IPEndPoint>()];
        if (!proof.HasToken && endPoints.FirstOrDefault(e => !IPAddress.IsLoopback(e.Address)) is { } open)
        {
            throw new FormatException($"{open} can be reached from other machines, but {options.TokenFile} holds no token; write one into it, or listen on 127.0.0.1.");
        }

        var gatekeeper = new Gatekeeper(options, new Handshake(proof, options.Logins, context.Wall), bridge.Terminals, () => context.Notes, context.Wall);
        IReadOnlyList<string> taken = await ListenAsync(Listeners(), gatekeeper, cancellationToken).ConfigureAwait(false);
        return $"MetaTrader terminals connect to {string.Join(", ", _listening.Select(l => l.Address))}{(proof.HasToken ? "" : ", without a token")}{string.Concat(taken.Select(t => $"; {t}"))}";
    }

    public async Task StopAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        foreach (ILinkListener listener in _listening)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        await bridge.StopAsync().ConfigureAwait(false);
        Dispose();
    }

    public void Dispose() => _ending.Dispose();

    private IEnumerable<ILinkListener> Listeners()
    {
        if (Addresses.Parse("listen", options.Listen) is { } tcp)
        {
            yield return new SocketListener(tcp);
        }

        if (Addresses.Parse("http_listen", options.HttpListen) is { } http)
        {
            yield return new ExchangeListener(http, context.Wall);
        }

        if (options.Pipe.Length > 0 && options.Pipe != Addresses.None)
        {
            yield return new PipeListener(options.Pipe);
        }
    }

    // One that cannot be had is no reason to do without the others; without any there is nothing to go on with.
    private async Task<IReadOnlyList<string>> ListenAsync(IEnumerable<ILinkListener> listeners, Gatekeeper gatekeeper, CancellationToken cancellationToken)
    {
        List<string> taken = [];
        foreach (ILinkListener listener in listeners)
        {
            try
            {
                await listener.StartAsync(link => gatekeeper.ServeAsync(link, _ending.Token), cancellationToken).ConfigureAwait(false);
                _listening.Add(listener);
            }
            catch (IOException e)
            {
                await listener.DisposeAsync().ConfigureAwait(false);
                taken.Add(e.Message.TrimEnd('.'));
            }
        }

        foreach (string why in taken)
        {
            context.Notes.Write("ea.not_listening", ("why", why));
        }

        return _listening.Count > 0 ? taken : throw new IOException(taken.Count > 0 ? string.Join("; ", taken) : "nothing to listen on is configured");
    }
}
