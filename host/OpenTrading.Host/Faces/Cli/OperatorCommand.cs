using System.CommandLine;
using System.Globalization;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading operator init|add|login|logout|list</c></summary>
internal static class OperatorCommand
{
    public static Command Build(CliOptions options)
    {
        var prompt = new OperatorPrompt();
        var login = new Command("login", "Open an operator session at the running host; within one, confirm it anew.");
        prompt.AddTo(login);
        login.Do((arguments, cancellationToken) => LoginAsync(options, arguments, prompt, cancellationToken));
        var logout = new Command("logout", "End the operator session.");
        logout.Do((arguments, cancellationToken) => LogoutAsync(options.Terminal(arguments), options.Home(arguments), cancellationToken));
        var list = new Command("list", "Show the operators of this home.");
        list.Do(arguments => List(options.Terminal(arguments), new OperatorStore(options.Home(arguments).Operators)));
        return new Command("operator", "Operators, the humans who approve, and their sessions.") { OperatorInit.Build(options, "init"), OperatorInit.Build(options, "add"), login, logout, list };
    }

    private static async Task<int> LoginAsync(CliOptions options, ParseResult arguments, OperatorPrompt prompt, CancellationToken cancellationToken)
    {
        HomeFolder home = options.Home(arguments);
        Terminal terminal = options.Terminal(arguments);
        await using RestClient host = await ConnectAsync(home, cancellationToken).ConfigureAwait(false) ?? throw new HomeException(
            $"{home.Root}: no host runs in this home, and a session lives in a running one; start it with 'opentrading run'.");
        (string @operator, string passphrase, string? totp) = prompt.Read(arguments, new OperatorStore(home.Operators));
        CallReply reply = await host.CallAsync("start_operator_session", new { @operator, passphrase, totp }, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null)
        {
            return reply.PrintError();
        }

        // None is given when the session that this home has was confirmed anew.
        if (reply.Body.TryGetProperty("sessionId", out var id))
        {
            SessionFile.Write(home, id.GetString()!);
        }

        terminal.Line(reply.Body.GetProperty("summary").GetString()!);
        if (terminal.IsJson)
        {
            Terminal.Document(new { @operator, expiresAt = reply.Body.GetProperty("expiresAt").GetString(), idleExpiresAt = reply.Body.GetProperty("idleExpiresAt").GetString() });
        }

        return ExitCodes.Ok;
    }

    // In the session that is open, so that this confirms it; where it has ended, afresh.
    private static async Task<RestClient?> ConnectAsync(HomeFolder home, CancellationToken cancellationToken)
    {
        RestClient? host = RestClient.Find(home, asOperator: true);
        if (host is null || SessionFile.Read(home) is null || await host.IsAdmittedAsync(cancellationToken).ConfigureAwait(false))
        {
            return host;
        }

        await host.DisposeAsync().ConfigureAwait(false);
        SessionFile.Delete(home);
        return RestClient.Find(home, asOperator: true);
    }

    private static async Task<int> LogoutAsync(Terminal terminal, HomeFolder home, CancellationToken cancellationToken)
    {
        if (SessionFile.Read(home) is null)
        {
            Terminal.Error("nobody is logged in here");
            return ExitCodes.NotFound;
        }

        // Without a host there is no session any more; only its id is left.
        await using RestClient? host = RestClient.Find(home, asOperator: true);
        CallReply? reply = host is null ? null : await host.CallAsync("end_operator_session", new { }, cancellationToken).ConfigureAwait(false);
        SessionFile.Delete(home);
        terminal.Line(reply is { Error: null } ? reply.Body.GetProperty("summary").GetString()! : "the session had ended already");
        if (terminal.IsJson)
        {
            Terminal.Document(new { loggedOut = true });
        }

        return ExitCodes.Ok;
    }

    private static int List(Terminal terminal, OperatorStore operators)
    {
        IReadOnlyList<OperatorAccount> all = operators.All;
        if (terminal.IsJson)
        {
            Terminal.Document(new { operators = all.Select(o => new { o.Name, o.CreatedAt, totp = o.TotpKey is not null }) });
            return ExitCodes.Ok;
        }

        terminal.Table(
            ["operator", "created", "one-time codes"],
            all.Select(o => (string[])[o.Name, o.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), o.TotpKey is null ? "no" : "yes"]));
        if (all.Count == 0)
        {
            terminal.Line("none yet; make the first one with 'opentrading operator init'");
        }

        return ExitCodes.Ok;
    }
}
