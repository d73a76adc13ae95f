using System.CommandLine;
using System.Text.Json;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Calls in the session of <c>opentrading operator login</c>.</summary>
internal static class OperatorCalls
{
    /// <summary>The running host, in that session.</summary>
    /// <exception cref="HomeException">No host runs.</exception>
    public static RestClient Connect(CliOptions options, ParseResult arguments)
    {
        HomeFolder home = options.Home(arguments);
        return RestClient.Find(home, asOperator: true) ?? throw new HomeException(
            $"{home.Root}: no host runs in this home, and an operator's session lives in a running one; start it with 'opentrading run'.");
    }

    /// <summary>Calls, and prints the answer's sentence or its document.</summary>
    /// <param name="host">The running host.</param>
    /// <param name="terminal">Where to print.</param>
    /// <param name="name">Name of the capability.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isDone">Whether an answer means that what was asked for happened; always, unless given.</param>
    public static async Task<int> CallAsync(RestClient host, Terminal terminal, string name, object arguments, CancellationToken cancellationToken, Func<JsonElement, bool>? isDone = null)
    {
        CallReply reply = await host.CallAsync(name, arguments, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null)
        {
            return reply.PrintError();
        }

        if (terminal.IsJson)
        {
            Terminal.Document(reply.Body);
        }

        terminal.Line(PlainText.Of(reply.Body.GetProperty("summary").GetString()!));
        return isDone?.Invoke(reply.Body) ?? true ? ExitCodes.Ok : ExitCodes.Conflict;
    }
}
