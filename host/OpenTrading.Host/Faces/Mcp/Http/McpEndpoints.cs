using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>The paths of the HTTP transports, and what all of them ask of a request.</summary>
internal sealed class McpEndpoints : IAsyncDisposable
{
    private const int MostAtOnce = 1024;
    private const int MostAtOnceEach = 512;

    private readonly McpFace _face;
    private readonly ICallerGate _gate;
    private readonly McpSessions _sessions;
    private readonly StreamableHttp? _http;
    private readonly LegacySse? _sse;
    private readonly FairShare _atOnce = new(MostAtOnce, MostAtOnceEach);

    /// <param name="face">What is served.</param>
    /// <param name="gate">Who is let in.</param>
    /// <param name="options">Transports and bounds.</param>
    /// <param name="time">The clock of idle sessions.</param>
    /// <param name="stopping">Cancelled when the host ends: streams must not hold it up.</param>
    public McpEndpoints(McpFace face, ICallerGate gate, McpOptions options, TimeProvider time, CancellationToken stopping)
    {
        (_face, _gate) = (face, gate);
        _sessions = new McpSessions(face, options.MaxSessions, TimeSpan.FromSeconds(options.SessionIdleS), time);
        _http = options.Transports.Contains("http") ? new StreamableHttp(face, _sessions, stopping) : null;
        _sse = options.Transports.Contains("sse") ? new LegacySse(face, options.MaxSessions, stopping) : null;
    }

    /// <summary>Clients now, by transport: sessions over Streamable HTTP, streams of server-sent events.</summary>
    public int Clients(string transport) => transport == "sse" ? _sse?.Count ?? 0 : _sessions.Count;

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (await _gate.AdmitAsync(context).ConfigureAwait(false) is { } principal)
            {
                using IDisposable part = _atOnce.Take(principal, "requests at once");
                await RouteAsync(context, principal).ConfigureAwait(false);
            }
        }
        catch (HttpRefusal refusal)
        {
            await JsonRpcHttp.WriteErrorAsync(context, refusal.Status, refusal.Error, refusal.Id).ConfigureAwait(false);
        }
        catch (CapabilityException refusal) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = "1";
            var error = new JsonRpcErrorDetail { Code = JsonRpcHttp.Refused, Message = $"{refusal.Code.Name()}: {refusal.Message}. {refusal.Remedy}" };
            await JsonRpcHttp.WriteErrorAsync(context, refusal.Code.Http(), error).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went away, or the host ends; nobody reads an answer.
        }
#pragma warning disable CA1031 // Whatever goes wrong with one request, its sender learns no more than that, and the host goes on.
        catch (Exception) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            await JsonRpcHttp.WriteErrorAsync(context, StatusCodes.Status500InternalServerError, new JsonRpcErrorDetail { Code = -32603, Message = "The host failed to answer." }).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _sessions.DisposeAsync();

    private Task RouteAsync(HttpContext context, Principal principal)
    {
        return (context.Request.Path.Value, context.Request.Method) switch
        {
            ("/mcp", "POST") when _http is not null => _http.PostAsync(context, Caller()),
            ("/mcp", "GET") when _http is not null => _http.GetAsync(context, Caller()),
            ("/mcp", "DELETE") when _http is not null => _http.DeleteAsync(context, Caller()),
            ("/sse", "GET") when _sse is not null => _sse.GetAsync(context, Caller()),
            ("/message", "POST") when _sse is not null => _sse.PostAsync(context, Caller()),
            ("/mcp" or "/sse" or "/message", _) => throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, JsonRpcHttp.Refused, "This path does not take that method, or its transport is off."),
            _ => throw new HttpRefusal(StatusCodes.Status404NotFound, JsonRpcHttp.Refused, "There is nothing here; MCP is at /mcp and /sse."),
        };

        McpCaller Caller()
        {
            try
            {
                return _face.Admit(principal, context.Request.Query["toolsets"]);
            }
            catch (FormatException e)
            {
                throw new HttpRefusal(StatusCodes.Status400BadRequest, -32602, e.Message);
            }
        }
    }
}
