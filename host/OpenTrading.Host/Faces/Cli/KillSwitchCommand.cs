using System.CommandLine;
using System.Text.Json;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading killswitch trigger|status|rearm</c></summary>
internal static class KillSwitchCommand
{
    private static readonly string[] Levels = ["none", "stop_entries", "cancel_pending", "flatten"];

    public static Command Build(CliOptions options)
    {
        var level = new Option<string>("--level") { Description = "stop_entries, cancel_pending or flatten.", HelpName = "LEVEL", DefaultValueFactory = _ => Levels[1] };
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = _ => "command line" };
        var trigger = new Command("trigger", "Stop trading at once. Needs nothing but access to this home; with an operator session it needs no file.") { level, reason };
        trigger.Do((arguments, cancellationToken) => TriggerAsync(options, arguments, LevelOf(arguments.GetRequiredValue(level)), arguments.GetRequiredValue(reason), cancellationToken));
        var status = new Command("status", "Show the level, since when, by whom and why.");
        status.Do((arguments, cancellationToken) => StatusAsync(options, arguments, cancellationToken));
        return new Command("killswitch", "The emergency stop.") { trigger, status, Rearm(options) };
    }

    private static Command Rearm(CliOptions options)
    {
        var confirm = new Option<string?>("--confirm") { Description = "REARM and the login of the account, exactly; asked at the terminal otherwise.", HelpName = "WORDS" };
        var reason = new Option<string>("--reason") { Description = "Why trading may go on.", HelpName = "TEXT", Required = true };
        return new Command("rearm", "Let go of the switch, as an operator who has just entered the passphrase. Entries stay off until set_trading_state.") { confirm, reason }.Do(async (arguments, cancellationToken) =>
        {
            await using RestClient host = OperatorCalls.Connect(options, arguments);
            HomeFolder home = options.Home(arguments);
            if (File.Exists(DropFile(home)))
            {
                Terminal.Error($"{DropFile(home)} holds the switch; remove it first");
                return ExitCodes.Conflict;
            }

            string words = arguments.GetValue(confirm) ?? Ask();
            return await OperatorCalls.CallAsync(
                host, options.Terminal(arguments), "trigger_kill_switch", new { level = 0, reason = arguments.GetRequiredValue(reason), confirm = words }, cancellationToken).ConfigureAwait(false);
        });
    }

    private static async Task<int> TriggerAsync(CliOptions options, ParseResult arguments, int level, string reason, CancellationToken cancellationToken)
    {
        HomeFolder home = options.Home(arguments);
        if (SessionFile.Read(home) is not null && HostLock.IsHeld(home) && LocalReaches(home))
        {
            await using RestClient host = OperatorCalls.Connect(options, arguments);
            CallReply reply = await host.CallAsync("trigger_kill_switch", new { level, reason }, cancellationToken).ConfigureAwait(false);
            if (reply.Error is null)
            {
                return Print(options.Terminal(arguments), reply.Body);
            }
        }

        // Whoever may write here may stop trading, with a session or without, whether or not the host still answers.
        AtomicFile.Write(DropFile(home), System.Text.Encoding.ASCII.GetBytes(level == 1 ? "" : Levels[level]));
        Terminal terminal = options.Terminal(arguments);
        if (terminal.IsJson)
        {
            Terminal.Document(new { level, file = DropFile(home) });
        }

        terminal.Line($"kill switch {Levels[level]}: {DropFile(home)} is there, and holds for as long as it is");
        return ExitCodes.Ok;
    }

    private static async Task<int> StatusAsync(CliOptions options, ParseResult arguments, CancellationToken cancellationToken)
    {
        HomeFolder home = options.Home(arguments);
        Terminal terminal = options.Terminal(arguments);
        KillStatus status;
        if (HostLock.IsHeld(home) && LocalReaches(home))
        {
            await using RestClient host = RestClient.Find(home, asOperator: false)!;
            CallReply reply = await host.CallAsync("get_trading_state", new { }, cancellationToken).ConfigureAwait(false);
            if (reply.Error is not null)
            {
                return reply.PrintError();
            }

            JsonElement kill = reply.Body.GetProperty("killSwitch");
            status = new KillStatus(
                kill.GetProperty("level").GetInt32(),
                kill.TryGetProperty("since", out JsonElement since) && since.ValueKind == JsonValueKind.String ? since.GetDateTime() : null,
                Text(kill, "by"),
                Text(kill, "reason"));
        }
        else
        {
            status = KillSwitch.Peek(home.State);
        }

        if (terminal.IsJson)
        {
            Terminal.Document(new { status.Level, name = Levels[status.Level], status.Since, status.By, status.Reason });
        }

        terminal.Line(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"level {status.Level}, {Levels[status.Level]}{(status.Since is { } at ? $", since {at:yyyy-MM-dd HH:mm:ss} UTC by {PlainText.Of(status.By ?? "host")}: {PlainText.Of(status.Reason ?? "")}" : "")}"));
        return ExitCodes.Ok;
    }

    private static int Print(Terminal terminal, JsonElement answer)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(answer);
        }

        terminal.Line(answer.GetProperty("summary").GetString()!);
        return ExitCodes.Ok;
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A host whose address cannot be read is stopped all the same.
    private static bool LocalReaches(HomeFolder home)
    {
        try
        {
            return RestClient.Find(home, asOperator: false) is not null;
        }
        catch (HomeException)
        {
            return false;
        }
    }

    private static string DropFile(HomeFolder home) => Path.Combine(home.State, KillSwitch.DropFileName);

    private static int LevelOf(string text) => Array.IndexOf(Levels, text.ToLowerInvariant().Replace('-', '_')) is > 0 and int level ? level
        : text is "1" or "2" or "3" ? text[0] - '0'
        : throw new FormatException($"--level is '{text}'; write stop_entries, cancel_pending or flatten.");

    private static string Ask()
    {
        if (Console.IsInputRedirected)
        {
            throw new FormatException("there is no terminal to ask at; give --confirm \"REARM LOGIN\".");
        }

        Console.Error.Write("type REARM and the login of the account: ");
        return Console.ReadLine() ?? "";
    }
}
