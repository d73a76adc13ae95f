using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Answers a request: every capability at its own route, or by name under <c>/call</c>; the document and the page that describe them; live events.</summary>
internal sealed class RestHandler : IDisposable
{
    private const int MostAtOnce = 256;
    private const int MostAtOnceEach = 128;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly CapabilityDispatcher _dispatcher;
    private readonly CallerGate _gate;
    private readonly RestRoutes _routes;
    private readonly OpenApiDocument _document;
    private readonly EventStream _events;
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly FairShare _share = new(int.MaxValue, MostAtOnceEach);

    public RestHandler(CapabilityDispatcher dispatcher, CallerGate gate, LiveFeed feed)
    {
        (_dispatcher, _gate) = (dispatcher, gate);
        _routes = new RestRoutes(dispatcher.Catalog);
        _document = new OpenApiDocument(dispatcher);
        _events = new EventStream(feed, gate, TimeProvider.System);
    }

    /// <summary>Answers.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        // The page holds nothing of this desk, and a browser has no way to send a token for it.
        if (DocsPage.Serves(context.Request))
        {
            await (_gate.Misdirected(context) is { } refusal ? Problem.WriteAsync(context, refusal) : DocsPage.WriteAsync(context)).ConfigureAwait(false);
            return;
        }

        if (await _gate.AdmitPageAsync(context).ConfigureAwait(false) is not { } caller)
        {
            return;
        }

        if (context.Request.Path == EventStream.Path && HttpMethods.IsGet(context.Request.Method))
        {
            await _events.WriteAsync(context, caller).ConfigureAwait(false);
            return;
        }

        await AnswerAsync(context, caller).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _document.Dispose();
        _routes.Dispose();
        _room.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, Principal caller)
    {
        string method = context.Request.Method;
        switch (Segments(context))
        {
            case ["openapi.json"] when HttpMethods.IsGet(method):
                await RestAnswer.WriteStableAsync(context, _document.For(caller)).ConfigureAwait(false);
                break;
            case ["call"] when HttpMethods.IsGet(method):
                await RestAnswer.WriteStableAsync(context, CallList.For(_dispatcher, caller, SurfaceOf(caller), isDetailed: context.Request.Query["schemas"] == "true")).ConfigureAwait(false);
                break;
            case ["call", { Length: > 0 } name] when HttpMethods.IsPost(method):
                await CallAsync(context, caller, name, []).ConfigureAwait(false);
                break;
            case var segments when _routes.Find(method, segments, out string[] allowed) is { } match:
                await CallAsync(context, caller, match.Capability.Name, match.Arguments).ConfigureAwait(false);
                break;
            case var segments:
                _ = _routes.Find(method, segments, out string[] methods);
                await RefuseAsync(context, methods).ConfigureAwait(false);
                break;
        }
    }

    private async Task CallAsync(HttpContext context, Principal caller, string name, IReadOnlyList<KeyValuePair<string, string>> path)
    {
        var request = new CallRequest
        {
            Name = name,
            Arguments = await RequestArguments.ReadAsync(context.Request, path).ConfigureAwait(false),
            Caller = caller,
            Surface = SurfaceOf(caller),
            IdempotencyKey = context.Request.Headers["Idempotency-Key"] is { Count: > 0 } key ? key.ToString() : null,
        };

        // Only now: a client that takes its time to send must not take up room.
        using IDisposable part = _share.Take(caller, "calls at once");
        if (!await _room.WaitAsync(LongestWait, context.RequestAborted).ConfigureAwait(false))
        {
            throw new CapabilityException(ErrorCode.RateLimited, $"More than {MostAtOnce} calls at once", "Retry in a second.");
        }

        CallOutcome outcome;
        try
        {
            outcome = await _dispatcher.CallAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            _room.Release();
        }

        if (outcome.Error is null && name == AccessPolicy.Login)
        {
            outcome = _gate.Browsers.Hand(context, outcome, caller);
        }
        else if (outcome.Error is null && name == AccessPolicy.Logout && BrowserSessions.IsGiven(context.Request))
        {
            BrowserSessions.Forget(context);
        }

        await RestAnswer.WriteAsync(context, outcome, isStable: HttpMethods.IsGet(context.Request.Method)).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpContext context, string[] allowed)
    {
        string path = context.Request.Path.Value ?? "";
        if (allowed.Length > 0)
        {
            string methods = string.Join(", ", allowed);
            context.Response.Headers.Allow = methods;
            return Problem.WriteAsync(
                context, new CapabilityException(ErrorCode.NotSupported, $"{path} does not take {context.Request.Method}", $"Use {methods}."), StatusCodes.Status405MethodNotAllowed);
        }

        string remedy = Suggestion.Nearest(path, _routes.Paths) is { } near ? $"Did you mean {near}?" : "See /docs for what there is.";
        return Problem.WriteAsync(context, new CapabilityException(ErrorCode.NotFound, $"There is nothing at {(path.Length <= 200 ? path : path[..200])}", remedy));
    }

    private static Surface SurfaceOf(Principal caller) => caller.Actor == CallerGate.CommandLineActor ? Surface.Cli : Surface.Rest;

    // Taken from what the client wrote, so that an encoded slash stays inside its argument.
    private static string[] Segments(HttpContext context)
    {
        string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        string path = target.StartsWith('/') ? target.Split('?', 2)[0] : context.Request.Path.Value ?? "/";
        return [.. path[1..].Split('/').Select(Uri.UnescapeDataString)];
    }
}
