using System.CommandLine;
using System.Security.Cryptography;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading operator init</c>, and <c>add</c> for a further one: the first operator needs nothing but the home; another needs one who is there.</summary>
internal sealed class OperatorInit
{
    private const int TotpKeyBytes = 20;

    private readonly CliOptions _options;
    private readonly Option<string> _name = new("--name") { Description = "Its name.", HelpName = "NAME", DefaultValueFactory = _ => "operator" };
    private readonly Option<string?> _file = new("--passphrase-file") { Description = "File whose first line is the passphrase; asked at the terminal otherwise.", HelpName = "FILE" };
    private readonly Option<bool> _withTotp = new("--totp") { Description = "Also ask for a one-time code of an authenticator app at every login." };
    private readonly OperatorPrompt _voucher = new("by-");

    private OperatorInit(CliOptions options) => _options = options;

    public static Command Build(CliOptions options, string verb)
    {
        var init = new OperatorInit(options);
        var command = new Command(verb, "Make an operator. The first needs nothing but this home; a further one, an operator who is there (--by-...).") { init._name, init._file, init._withTotp };
        init._voucher.AddTo(command);
        return command.Do(init.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        HomeFolder home = _options.Home(arguments);
        var operators = new OperatorStore(home.Operators);
        string name = arguments.GetRequiredValue(_name);
        operators.RefuseName(name);
        if (HostLock.IsHeld(home))
        {
            if (operators.All.Count > 0 && await VouchAtHostAsync(arguments, home, operators, cancellationToken).ConfigureAwait(false) is { Error: not null } reply)
            {
                return reply.PrintError();
            }

            OperatorAccount account = Ask(arguments, name, out string? totpKey);
            _ = await ControlChannel.AskAsync(home, $"{ControlChannel.Operator} {name}", cancellationToken).ConfigureAwait(false)
                ?? throw new HomeException($"{home.Root}: the host of this home, process {HostLock.Holder(home)}, does not answer; nothing was changed.");
            operators.Add(account);
            Print(_options.Terminal(arguments), name, totpKey);
        }
        else
        {
            using IdleHome idle = IdleHome.Take(home);
            if (operators.All.Count > 0)
            {
                await idle.CheckAsync(_voucher.Read(arguments, operators), operators, cancellationToken).ConfigureAwait(false);
            }

            OperatorAccount account = Ask(arguments, name, out string? totpKey);
            OperatorRecords.Created(idle.Journal, name);
            operators.Add(account);
            Print(_options.Terminal(arguments), name, totpKey);
        }

        return ExitCodes.Ok;
    }

    private async Task<CallReply> VouchAtHostAsync(ParseResult arguments, HomeFolder home, OperatorStore operators, CancellationToken cancellationToken)
    {
        await using RestClient host = RestClient.Find(home, asOperator: false)!;
        (string @operator, string passphrase, string? totp) = _voucher.Read(arguments, operators);
        return await host.CallAsync("start_operator_session", new { @operator, passphrase, totp }, cancellationToken).ConfigureAwait(false);
    }

    private OperatorAccount Ask(ParseResult arguments, string name, out string? totpKey)
    {
        string passphrase = OperatorPrompt.Passphrase(arguments, _file, $"New passphrase of {name}, {PassphraseHash.LeastLength} characters or more");
        PassphraseHash hash = PassphraseHash.Of(passphrase);
        if (arguments.GetValue(_file) is null && OperatorPrompt.Passphrase(arguments, _file, "Once more") != passphrase)
        {
            throw new FormatException("the two entries differ; try again.");
        }

        byte[]? key = arguments.GetValue(_withTotp) ? RandomNumberGenerator.GetBytes(TotpKeyBytes) : null;
        totpKey = key is null ? null : Totp.ToBase32(key);
        return new OperatorAccount(name, hash, TimeProvider.System.GetUtcNow(), key is null ? null : Convert.ToBase64String(key));
    }

    private static void Print(Terminal terminal, string name, string? totpKey)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(new { @operator = name, totpKey });
        }

        terminal.Line($"operator {name} can log in: opentrading operator login");
        if (totpKey is not null)
        {
            terminal.Line($"key for the authenticator app, shown this once: {totpKey}");
            terminal.Line($"otpauth://totp/OpenTrading:{name}?secret={totpKey}&issuer=OpenTrading");
        }
    }
}
