using System.IO.Pipelines;
using OpenTrading.MetaTrader.Links;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Sessions;

/// <summary>Hello, challenge, auth: who connects, and whether both sides know the token. Nothing else is answered before.</summary>
/// <param name="proof">The token.</param>
/// <param name="logins">Accounts that may connect; empty for all.</param>
/// <param name="wall">The machine's clock.</param>
internal sealed class Handshake(TokenProof proof, IReadOnlyCollection<string> logins, TimeProvider wall)
{
    private const int Version = 1;
    private const int LongestLine = 8192;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Leads it up to the point where only the welcome is missing.</summary>
    /// <param name="link">The link.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="isTaken">Whether another expert holds the login.</param>
    /// <param name="ending">Ends it.</param>
    /// <returns>The hello; null when the link ended first.</returns>
    /// <exception cref="RefuseException">The expert is not let in.</exception>
    /// <exception cref="ProtocolException">What came belongs to no handshake.</exception>
    public async Task<Hello?> LeadAsync(ILink link, LineReader reader, Func<Hello, bool> isTaken, CancellationToken ending)
    {
        using var late = new CancellationTokenSource(Patience, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ending);
        try
        {
            using IncomingMessage? first = await reader.ReadAsync(LongestLine, either.Token).ConfigureAwait(false);
            if (first is null)
            {
                return null;
            }

            Hello hello = Admit(first);
            string nonce = TokenProof.NewNonce();
            await SendAsync(link.Output, OutgoingMessage.OfType("challenge").With("nonce", nonce).With("proof", proof.OfHost(hello.Nonce, nonce))).ConfigureAwait(false);
            using IncomingMessage? second = await reader.ReadAsync(LongestLine, either.Token).ConfigureAwait(false);
            if (second is null)
            {
                return null;
            }

            Check(second, nonce, hello);
            return isTaken(hello)
                ? throw new RefuseException("LOGIN_IN_USE", $"another expert is connected for {hello.Account}; remove one of them") { Account = hello.Account }
                : hello;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !ending.IsCancellationRequested)
        {
            throw new ProtocolException("the handshake took too long");
        }
    }

    /// <summary>Sends a message outside of a session.</summary>
    public static async Task SendAsync(PipeWriter output, OutgoingMessage message) => await output.WriteAsync(message.ToLine(), CancellationToken.None).ConfigureAwait(false);

    private Hello Admit(IncomingMessage message)
    {
        // The version first: what else a later hello holds, nobody knows.
        if (message.Type == "hello" && message.Root.Whole("proto") is not Version and var version)
        {
            throw new RefuseException("PROTO", $"the expert speaks version {version} of the protocol, this host {Version}; install the expert that came with this host");
        }

        var hello = Hello.Read(message.Root);
        return logins.Count == 0 || logins.Contains(hello.Account)
            ? hello
            : throw new RefuseException("LOGIN", $"{hello.Account} is not listed under metatrader.logins") { Account = hello.Account };
    }

    private void Check(IncomingMessage message, string nonce, Hello hello)
    {
        // An expert that doubts the host's proof says bye instead.
        if (message.Type == "bye")
        {
            throw new RefuseException("MAC", "the expert does not accept this host's proof; give both the same token") { Account = hello.Account };
        }

        if (message.Type != "auth")
        {
            throw new ProtocolException("auth was expected");
        }

        if (!proof.IsOfExpert(message.Root.Text("mac"), nonce, hello.Nonce))
        {
            throw new RefuseException("MAC", "the token is wrong; give the expert the text of the host's token file") { Account = hello.Account };
        }
    }
}
