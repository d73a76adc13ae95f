using System.CommandLine;
using System.Globalization;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading token new|list|revoke</c></summary>
internal sealed class TokenCommand
{
    private const int DefaultDays = 90;

    private readonly CliOptions _options;
    private readonly Option<string> _role = new("--role") { Description = "What it may do: analyst. An operator has a passphrase instead.", DefaultValueFactory = _ => "analyst" };
    private readonly Option<string> _name = new("--name") { Description = "Whose it is.", Required = true };
    private readonly Option<long?> _days = NumberOption.Whole("--days", $"Days it lasts. Default: {DefaultDays}.", 1, TokenStore.MostDays);
    private readonly Option<string> _why = new("--why") { Description = "Reason, for the journal.", DefaultValueFactory = _ => "revoked at the command line" };
    private readonly Argument<string> _id = new("id") { Description = "Id of the token, as 'token list' shows it." };
    private readonly OperatorPrompt _operator = new("by-");

    private TokenCommand(CliOptions options)
    {
        _options = options;
        _role.AcceptOnlyFromAmong("analyst");
    }

    public static Command Build(CliOptions options)
    {
        var token = new TokenCommand(options);
        var create = new Command("new", "Make a token; it is shown this once. Needs a fresh 'operator login', or the operator's passphrase when no host runs.") { token._role, token._name, token._days };
        token._operator.AddTo(create);
        create.Do(token.CreateAsync);
        var list = new Command("list", "Show all tokens with their state; never the tokens themselves.");
        list.Do(token.List);
        var revoke = new Command("revoke", "End a token at once.") { token._id, token._why };
        revoke.Do(token.RevokeAsync);
        return new Command("token", "Tokens of AI clients and machines.") { create, list, revoke };
    }

    private async Task<int> CreateAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        HomeFolder home = _options.Home(arguments);
        var operators = new OperatorStore(home.Operators);
        if (operators.All.Count == 0)
        {
            throw new CapabilityException(ErrorCode.SessionRequired, "A token needs an operator, and this home has none", "Make one with 'opentrading operator init'.");
        }

        string name = arguments.GetRequiredValue(_name);
        int days = (int)(arguments.GetValue(_days) ?? DefaultDays);
        await using RestClient? host = RestClient.Find(home, asOperator: true);
        if (host is not null)
        {
            RequireSession(home);
            CallReply reply = await host.CallAsync("create_token", new { name, days }, cancellationToken).ConfigureAwait(false);
            return reply.Error is null
                ? Print(arguments, reply.Body.GetProperty("tokenId").GetString()!, reply.Body.GetProperty("token").GetString()!, reply.Body.GetProperty("expiresAt").GetDateTimeOffset())
                : reply.PrintError();
        }

        using IdleHome idle = IdleHome.Take(home);
        var tokens = new TokenStore(home.Tokens, TimeProvider.System);
        var given = _operator.Read(arguments, operators);
        await idle.CheckAsync(given, operators, cancellationToken).ConfigureAwait(false);
        (AccessToken token, string secret) = tokens.Create(name, days);
        TokenRecords.Created(idle.Journal, $"operator:{given.Name}", token);
        return Print(arguments, token.Id, secret, token.ExpiresAt);
    }

    private int List(ParseResult arguments)
    {
        Terminal terminal = _options.Terminal(arguments);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        IReadOnlyList<AccessToken> all = new TokenStore(_options.Home(arguments).Tokens, TimeProvider.System).All;
        if (terminal.IsJson)
        {
            Terminal.Document(new { tokens = all.Select(t => new { t.Id, t.Name, t.Role, state = t.StateAt(now), t.CreatedAt, t.ExpiresAt, t.RevokedAt }) });
            return ExitCodes.Ok;
        }

        terminal.Table(["token", "name", "role", "state", "created", "expires"], all.Select(t => (string[])[t.Id, t.Name, t.Role, t.StateAt(now), Day(t.CreatedAt), Day(t.ExpiresAt)]));
        if (all.Count == 0)
        {
            terminal.Line("none yet; make one with 'opentrading token new --name NAME'");
        }

        return ExitCodes.Ok;
    }

    private async Task<int> RevokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        HomeFolder home = _options.Home(arguments);
        string id = arguments.GetRequiredValue(_id);
        string why = arguments.GetRequiredValue(_why);
        await using RestClient? host = RestClient.Find(home, asOperator: true);
        if (host is not null)
        {
            RequireSession(home);
            CallReply reply = await host.CallAsync("revoke_token", new { tokenId = id, why }, cancellationToken).ConfigureAwait(false);
            if (reply.Error is not null)
            {
                return reply.PrintError();
            }
        }
        else
        {
            // Taking a right away needs none: whoever holds the home may do it.
            using IdleHome idle = IdleHome.Take(home);
            TokenRecords.Revoked(idle.Journal, CallerGate.CommandLineActor, new TokenStore(home.Tokens, TimeProvider.System).Revoke(id), why);
        }

        Terminal terminal = _options.Terminal(arguments);
        terminal.Line($"token {id} is revoked");
        if (terminal.IsJson)
        {
            Terminal.Document(new { tokenId = id, revoked = true });
        }

        return ExitCodes.Ok;
    }

    private static void RequireSession(HomeFolder home)
    {
        if (SessionFile.Read(home) is null)
        {
            throw new CapabilityException(ErrorCode.SessionRequired, "This needs an operator session at the running host", "Run 'opentrading operator login'.");
        }
    }

    private int Print(ParseResult arguments, string id, string secret, DateTimeOffset expiresAt)
    {
        Terminal terminal = _options.Terminal(arguments);
        if (terminal.IsJson)
        {
            Terminal.Document(new { tokenId = id, token = secret, role = "analyst", expiresAt });
        }

        terminal.Line($"token {id}, role analyst, expires {Day(expiresAt)}; shown this once:");
        terminal.Line(secret);
        return ExitCodes.Ok;
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
