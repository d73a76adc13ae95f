using System.Globalization;
using OpenTrading.MetaTrader.Links;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Sessions;

/// <summary>Takes every link from its first byte to its end, and writes down what became of it.</summary>
/// <param name="options">The bridge as configured.</param>
/// <param name="handshake">Who is let in.</param>
/// <param name="terminals">Where they belong.</param>
/// <param name="notes">The record.</param>
/// <param name="wall">The machine's clock.</param>
internal sealed class Gatekeeper(BridgeOptions options, Handshake handshake, TerminalSet terminals, Func<IJournalNotes> notes, TimeProvider wall)
{
    private const int MostGreeting = 32;

    private readonly PeerWatch _peers = new(wall);
    private int _greeting;

    /// <summary>Serves a link until it ends. Nothing that a peer does is thrown.</summary>
    public async Task ServeAsync(ILink link, CancellationToken ending)
    {
        Hello? hello = null;
        try
        {
            var reader = new LineReader(link.Input);
            hello = await GreetAsync(link, reader, ending).ConfigureAwait(false);
            if (hello is not null)
            {
                await WelcomeAsync(link, reader, hello).ConfigureAwait(false);
            }
        }
        catch (RefuseException e)
        {
            await RefuseAsync(link, e).ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            _peers.BadLine(link.Peer);
            Note(link, "ea.bad_line", ("account", hello?.Account), ("why", e.Message));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The link broke, or the host ends: nobody is left to be told.
        }
    }

    private async Task<Hello?> GreetAsync(ILink link, LineReader reader, CancellationToken ending)
    {
        if (_peers.IsBarred(link.Peer))
        {
            throw new RefuseException("BARRED", "too many wrong tokens or broken lines came from this address; it is let in again a minute after the last of them");
        }

        try
        {
            // Links that say nothing must not take up what one that speaks needs.
            return Interlocked.Increment(ref _greeting) <= MostGreeting
                ? await handshake.LeadAsync(link, reader, terminals.IsTaken, ending).ConfigureAwait(false)
                : null;
        }
        finally
        {
            Interlocked.Decrement(ref _greeting);
        }
    }

    private async Task WelcomeAsync(ILink link, LineReader reader, Hello hello)
    {
        TimeSpan heartbeat = TimeSpan.FromMilliseconds(options.HeartbeatMs);
        var session = new Session(link, reader, hello, heartbeat, wall);
        if (!terminals.TryEnter(session, out Terminal terminal))
        {
            throw new RefuseException("LOGIN_IN_USE", $"another expert is connected for {hello.Account}; remove one of them") { Account = hello.Account };
        }

        await Handshake.SendAsync(link.Output, OutgoingMessage.OfType("welcome")
            .With("session", session.Id)
            .With("heartbeat_ms", options.HeartbeatMs)
            .With("subscriptions", "")
            .With("max_lots", (decimal)options.MaxLots)
            .With("max_open_lots", (decimal)options.MaxOpenLots)
            .With("max_orders_per_minute", options.MaxOrdersPerMinute)
            .With("daily_loss", (decimal)options.DailyLoss)).ConfigureAwait(false);
        Note(
            link,
            "ea.connected",
            ("account", hello.Account),
            ("platform", terminal.Source),
            ("build", hello.Build.ToString(CultureInfo.InvariantCulture)),
            ("expert", hello.Expert),
            ("tradeMode", hello.TradeMode),
            ("session", session.Id));
        string why = "the host failed";
        try
        {
            why = await terminal.ServeAsync(session).ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            why = e.Message;
            throw;
        }
        finally
        {
            Note(link, "ea.disconnected", ("account", hello.Account), ("session", session.Id), ("why", why), ("missingEvents", session.MissingEvents.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private async Task RefuseAsync(ILink link, RefuseException refusal)
    {
        if (refusal.Code == "MAC")
        {
            _peers.BadMac(link.Peer);
        }

        Note(link, "ea.refused", ("account", refusal.Account), ("code", refusal.Code), ("why", refusal.Message));
        try
        {
            await Handshake.SendAsync(link.Output, OutgoingMessage.OfType("refuse").With("code", refusal.Code).With("text", refusal.Message)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It did not wait to hear why.
        }
    }

    private void Note(ILink link, string type, params (string Name, string? Value)[] facts)
    {
        if (_peers.MayNote(link.Peer))
        {
            notes().Write(type, [.. facts, ("link", link.Kind), ("peer", link.Peer)]);
        }
    }
}
