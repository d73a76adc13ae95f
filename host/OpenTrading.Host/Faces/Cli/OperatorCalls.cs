using System.CommandLine;
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
    public static async Task<int> CallAsync(RestClient host, Terminal terminal, string name, object arguments, CancellationToken cancellationToken)
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
        return ExitCodes.Ok;
    }
}
