using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>Streamable HTTP: with sessions for the revisions up to 2025-11-25, without for those since 2026-07-28.</summary>
internal sealed class StreamableHttp(McpFace face, McpSessions sessions, CancellationToken stopping)
{
    /// <summary>Takes a message.</summary>
    public async Task PostAsync(HttpContext context, McpCaller caller)
    {
        RequestHeaders.CheckAccept(context.Request, "application/json", "text/event-stream");
        JsonRpcMessage message = await JsonRpcHttp.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        string? version = RequestHeaders.CheckAgreement(context.Request, message);
        var reply = new DirectReply();
        message.Context = new JsonRpcMessageContext { ProtocolVersion = version, Items = reply.Items };
        if (ProtocolVersions.IsStateless(version))
        {
            await AnswerAloneAsync(context, caller, message, reply).ConfigureAwait(false);
            return;
        }

        bool opens = message is JsonRpcRequest { Method: RequestMethods.Initialize } && !context.Request.Headers.ContainsKey(RequestHeaders.Session);
        RequestId id = message is JsonRpcRequest request ? request.Id : default;
        McpSession session = opens ? await OpenAsync(caller, id).ConfigureAwait(false) : Find(context, caller, id);
        using (session.Use())
        {
            context.Response.Headers[RequestHeaders.Session] = session.Id;
            JsonRpcHttp.BeginEvents(context);
            Finish(context, await TakeAsync(id, () => session.Transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted)).ConfigureAwait(false));
            await reply.WriteToAsync(context.Response.BodyWriter, context.RequestAborted).ConfigureAwait(false);
        }

        // A client whose greeting was refused does not come back for the session.
        if (opens && session.Server.NegotiatedProtocolVersion is null)
        {
            await sessions.EndAsync(session).ConfigureAwait(false);
        }
    }

    /// <summary>Serves the stream of what the server says by itself.</summary>
    public async Task GetAsync(HttpContext context, McpCaller caller)
    {
        RequestHeaders.CheckVersion(context.Request);
        RefuseStateless(context);
        RequestHeaders.CheckAccept(context.Request, "text/event-stream");
        McpSession session = Find(context, caller, default);
        if (!session.TryHear())
        {
            throw new HttpRefusal(StatusCodes.Status409Conflict, JsonRpcHttp.Refused, "This session had its stream already; open a new session.");
        }

        using (session.Use())
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            JsonRpcHttp.BeginEvents(context);
            await session.Transport.HandleGetRequestAsync(context.Response.Body, ending.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a session.</summary>
    public async Task DeleteAsync(HttpContext context, McpCaller caller)
    {
        RequestHeaders.CheckVersion(context.Request);
        RefuseStateless(context);
        await sessions.EndAsync(Find(context, caller, default)).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // The transport itself reads what initialize says.
    private static async Task<bool> TakeAsync(RequestId id, Func<Task<bool>> take)
    {
        try
        {
            return await take().ConfigureAwait(false);
        }
        catch (JsonException)
        {
            throw new HttpRefusal(StatusCodes.Status400BadRequest, (int)McpErrorCode.InvalidParams, "The parameters are not those of this method.") { Id = id };
        }
    }

    // A notification has no answer, and no answer has no type.
    private static void Finish(HttpContext context, bool hasAnswered)
    {
        if (!hasAnswered)
        {
            context.Response.Headers.Remove("Content-Type");
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private static void RefuseStateless(HttpContext context)
    {
        if (RequestHeaders.IsStateless(context.Request))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, JsonRpcHttp.Refused, "There are no sessions since 2026-07-28; POST subscriptions/listen.");
        }
    }

    // Each request is a conversation of its own, and says everything about itself.
    private async Task AnswerAloneAsync(HttpContext context, McpCaller caller, JsonRpcMessage message, DirectReply reply)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var transport = new StreamableHttpServerTransport { Stateless = true };
        McpServer server = McpServer.Create(transport, face.OptionsFor(caller));
        Task running = server.RunAsync(ending.Token);
        try
        {
            JsonRpcHttp.BeginEvents(context);
            RequestId id = message is JsonRpcRequest request ? request.Id : default;
            Finish(context, await TakeAsync(id, () => transport.HandlePostRequestAsync(message, context.Response.Body, first => SetStatus(context, first), ending.Token)).ConfigureAwait(false));
            await reply.WriteToAsync(context.Response.BodyWriter, ending.Token).ConfigureAwait(false);
        }
        finally
        {
            await transport.DisposeAsync().ConfigureAwait(false);
            await server.DisposeAsync().ConfigureAwait(false);
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static ValueTask SetStatus(HttpContext context, JsonRpcMessage? first)
    {
        if (first is JsonRpcError { Error.Code: var code } && !context.Response.HasStarted)
        {
            context.Response.StatusCode = (McpErrorCode)code switch
            {
                McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
                McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.HeaderMismatch => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status200OK,
            };
        }

        return ValueTask.CompletedTask;
    }

    private async Task<McpSession> OpenAsync(McpCaller caller, RequestId id) => await sessions.OpenAsync(caller).ConfigureAwait(false)
        ?? throw new HttpRefusal(StatusCodes.Status503ServiceUnavailable, JsonRpcHttp.Refused, "RATE_LIMITED: every session is in use; end one, or try again later.") { Id = id };

    private McpSession Find(HttpContext context, McpCaller caller, RequestId id)
    {
        string session = context.Request.Headers[RequestHeaders.Session].ToString();
        return session.Length == 0
            ? throw new HttpRefusal(StatusCodes.Status400BadRequest, JsonRpcHttp.Refused, $"The {RequestHeaders.Session} header is missing; begin with initialize.") { Id = id }
            : sessions.Find(session, caller.Principal)
                ?? throw new HttpRefusal(StatusCodes.Status404NotFound, -32001, "There is no such session; begin a new one with initialize.") { Id = id };
    }
}
