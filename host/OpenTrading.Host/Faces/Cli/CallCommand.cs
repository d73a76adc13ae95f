using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using OpenTrading.Host.Faces.Rest;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading call NAME --param value</c></summary>
internal static class CallCommand
{
    private const int WaitSeconds = 20;

    public static Command Build(CliOptions options)
    {
        var name = new Argument<string?>("name") { Description = "Capability, such as get_quote.", Arity = ArgumentArity.ZeroOrOne };
        var given = new Argument<string[]>("arguments") { Description = "Its arguments: --symbol EURUSD --count 5.", Arity = ArgumentArity.ZeroOrMore };
        var list = new Option<bool>("--list") { Description = "List what can be called." };
        var asOperator = new Option<bool>("--as-operator") { Description = "Call in the session of 'opentrading operator login'." };
        name.CompletionSources.Add(context => Visible(options, context).Select(c => new CompletionItem(c.Name, detail: c.Description)));
        given.CompletionSources.Add(context => Visible(options, context)
            .Where(c => c.Name == context.ParseResult.GetValue(name))
            .SelectMany(c => c.Parameters)
            .Select(p => new CompletionItem("--" + JsonNamingPolicy.KebabCaseLower.ConvertName(p))));
        var command = new Command("call", "Call a capability of the running host, or of this home when none runs.") { name, given, list, asOperator };
        return command.Do(async (arguments, cancellationToken) =>
        {
            string? capability = arguments.GetValue(name);
            if (capability is null && !arguments.GetValue(list))
            {
                throw new FormatException("no capability is named; name one, or see 'opentrading call --list'.");
            }

            Dictionary<string, object> read = CallArguments.Read(arguments.GetValue(given) ?? []);
            await using ICallTarget target = Target(options, arguments, arguments.GetValue(asOperator));
            return capability is null || arguments.GetValue(list)
                ? List(options.Terminal(arguments), await target.ListAsync(cancellationToken).ConfigureAwait(false))
                : await CallAsync(options.Terminal(arguments), target, capability.Replace('-', '_'), read, cancellationToken).ConfigureAwait(false);
        });
    }

    private static ICallTarget Target(CliOptions options, ParseResult arguments, bool asOperator)
    {
        HomeFolder home = options.Home(arguments);
        if (RestClient.Find(home, asOperator) is { } running)
        {
            return running;
        }

        return asOperator
            ? throw new HomeException($"{home.Root}: no host runs in this home, and an operator's session lives in a running one; start it with 'opentrading run'.")
            : EmbeddedTarget.Open(options.Configuration(arguments), home);
    }

    private static async Task<int> CallAsync(Terminal terminal, ICallTarget target, string name, Dictionary<string, object> arguments, CancellationToken cancellationToken)
    {
        CallReply reply = await target.CallAsync(name, arguments, cancellationToken).ConfigureAwait(false);
        reply = await EndOfAsync(target, reply, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null)
        {
            return reply.PrintError();
        }

        if (terminal.IsJson)
        {
            Terminal.Document(reply.Body);
        }
        else
        {
            RecordView.Print(terminal, reply.Body);
        }

        return ExitCodes.Ok;
    }

    // Elsewhere a client comes back for a long result; at the command line a person waits for it, and Ctrl+C ends the job.
    private static async Task<CallReply> EndOfAsync(ICallTarget target, CallReply reply, CancellationToken cancellationToken)
    {
        while (reply.IsPending)
        {
            string id = reply.Body.GetProperty("jobId").GetString()!;
            try
            {
                CallReply next = await target.CallAsync("get_job_result", new { jobId = id, waitS = WaitSeconds }, cancellationToken).ConfigureAwait(false);
                if (next.Error is not null && !next.Body.TryGetProperty("jobId", out _))
                {
                    return next;
                }

                reply = next;
            }
            catch (OperationCanceledException)
            {
                await target.CallAsync("cancel_job", new { jobId = id }, CancellationToken.None).ConfigureAwait(false);
                throw;
            }
        }

        return reply;
    }

    private static int List(Terminal terminal, CallList list)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(list);
        }

        terminal.Table(
            ["capability", "toolset", "effect", "arguments", "does"],
            list.Capabilities.Select(c => (string[])[c.Name, c.Toolset, c.Effect.ToString().ToLowerInvariant(), string.Join(' ', c.Parameters), c.Description]));
        return ExitCodes.Ok;
    }

    // Only a host that runs is asked: opening a home takes longer than anybody waits for the Tab key.
    private static IReadOnlyList<CallList.Entry> Visible(CliOptions options, CompletionContext context)
    {
        try
        {
            return options.ExistingHome(context.ParseResult) is { } home && RestClient.Find(home, asOperator: false) is { } client ? client.List().Capabilities : [];
        }
        catch (Exception e) when (e is HomeException or HttpRequestException or JsonException or TaskCanceledException or FormatException)
        {
            return [];
        }
    }
}
