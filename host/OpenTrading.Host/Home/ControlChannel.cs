using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Host.Home;

/// <summary>The line on which other commands of the same user reach the running host of a home: one request line, one answer line.</summary>
internal static class ControlChannel
{
    /// <summary>Ends the host in order.</summary>
    public const string Stop = "stop";

    /// <summary>Asks the host to journal a finished replay: <c>replay RUN SHA256</c>.</summary>
    public const string Replay = "replay";

    /// <summary>Asks for the host's plugins as one line of JSON.</summary>
    public const string Plugins = "plugins";

    /// <summary>Asks the host to read a plugin anew: <c>reload ID</c>. The answer is one line of JSON.</summary>
    public const string Reload = "reload";

    /// <summary>Asks the host to journal that an operator is made: <c>operator NAME</c>.</summary>
    public const string Operator = "operator";

    /// <summary>Asks how programs of this machine reach the host's MCP over HTTP: an address as JSON, or <c>off</c>.</summary>
    public const string Mcp = "mcp";

    private const int ConnectMilliseconds = 5000;

    // A host between two bars answers at once, and one that warms a new strategy up soon; one that is suspended never does.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Whoever connects has its line ready.
    private static readonly TimeSpan ReadPatience = TimeSpan.FromSeconds(5);

    /// <summary>Answers requests until cancelled.</summary>
    public static async Task ServeAsync(HomeFolder home, Func<string[], string> answer, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var pipe = new NamedPipeServerStream(
                    NameOf(home), PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
                await pipe.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
                using var reader = new StreamReader(pipe, Encoding.UTF8, leaveOpen: true);
                string? request = await reader.ReadLineAsync(cancellationToken).AsTask().WaitAsync(ReadPatience, cancellationToken).ConfigureAwait(false);
                string reply = Answer(answer, (request ?? "").Split(' ', 3, StringSplitOptions.RemoveEmptyEntries));

                // A request to stop cancels the token, and its sender waits for the answer all the same.
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(reply + "\n"), CancellationToken.None).ConfigureAwait(false);
                await pipe.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or TimeoutException or OperationCanceledException)
            {
                // A client that went away or says nothing concerns nobody; being cancelled ends the loop.
            }
        }
    }

    /// <summary>Sends a request to the host of a home.</summary>
    /// <returns>Its answer; null when no host listens, or none answers in time.</returns>
    public static async Task<string?> AskAsync(HomeFolder home, string request, CancellationToken cancellationToken)
    {
        try
        {
            await using var pipe = new NamedPipeClientStream(".", NameOf(home), PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            await pipe.ConnectAsync(ConnectMilliseconds, cancellationToken).ConfigureAwait(false);
            await pipe.WriteAsync(Encoding.UTF8.GetBytes(request + "\n"), cancellationToken).ConfigureAwait(false);
            using var reader = new StreamReader(pipe, Encoding.UTF8, leaveOpen: true);
            return await reader.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            return null;
        }
    }

    // The line on which a host can be stopped outlives whatever is wrong with a request.
    private static string Answer(Func<string[], string> answer, string[] request)
    {
        try
        {
            return answer(request);
        }
#pragma warning disable CA1031 // Told to the one who asked.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"failed: {e.Message.ReplaceLineEndings(" ")}";
        }
    }

    private static string NameOf(HomeFolder home) =>
        $"opentrading-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Root)))[..16]}";
}
