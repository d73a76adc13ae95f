using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Mcp.Exchange;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Faces.Mcp.Resources;

/// <summary>What clients can read by URI: answers of capabilities, what the host keeps, and what plugins offer.</summary>
internal sealed class ResourceReads(ICapabilityDesk desk, Func<PluginCatalog> plugins, IReadOnlyList<McpResource> kept)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly UriPattern Page = new(DeskPages.UriTemplate);
    private static readonly (DeskResource Resource, UriPattern Pattern)[] Desk = [.. DeskResource.All.Select(r => (r, new UriPattern(r.UriTemplate)))];

    private IEnumerable<McpResource> Offered => kept.Concat(plugins().Resources);

    /// <summary>Resources without variables.</summary>
    public ListResourcesResult List(McpCaller caller) => new() { Resources = [.. Templates(caller).Where(t => !t.IsTemplated).Select(t => t.AsResource()!)] };

    /// <summary>Resources with variables.</summary>
    public ListResourceTemplatesResult ListTemplates(McpCaller caller) => new() { ResourceTemplates = [.. Templates(caller).Where(t => t.IsTemplated)] };

    /// <summary>Whether clients may ask to be told when a URI changes.</summary>
    public bool IsLive(string uri) =>
        Desk.Any(r => r.Resource.IsLive && r.Pattern.Match(uri) is not null)
        || Offered.Any(r => r.IsLive && new UriPattern(r.UriTemplate).Match(uri) is not null);

    /// <summary>Reads a URI.</summary>
    /// <exception cref="McpProtocolException">There is no such resource, or it cannot be read.</exception>
    public async ValueTask<ReadResourceResult> ReadAsync(McpCaller caller, RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        string uri = request.Params!.Uri;
        foreach ((DeskResource resource, UriPattern pattern) in Desk)
        {
            if (Find(resource, caller) is not null && pattern.Match(uri) is { } variables)
            {
                return await ReadDeskAsync(resource, variables, caller, request, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (McpResource resource in Offered)
        {
            if (new UriPattern(resource.UriTemplate).Match(uri) is { } variables)
            {
                return await ReadPluginAsync(resource, variables, caller, request, cancellationToken).ConfigureAwait(false);
            }
        }

        if (Page.Match(uri) is { } named && DeskPages.Read(named["page"], Visible(caller)) is { } text)
        {
            return Text(uri, "text/markdown", text);
        }

        throw NotFound(request, $"There is no resource '{(uri.Length <= 300 ? uri : uri[..300])}'. List resources and templates for those there are.");
    }

    private async Task<ReadResourceResult> ReadDeskAsync(
        DeskResource resource, IReadOnlyDictionary<string, string> variables, McpCaller caller, RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        CallOutcome outcome = await AskAsync(resource, variables, caller, cancellationToken).ConfigureAwait(false);
        return outcome.Error switch
        {
            null => Text(request.Params!.Uri, resource.MimeType, resource.Render is { } render ? render(JsonElement.Parse(outcome.Body.Span)) : Encoding.UTF8.GetString(outcome.Body.Span)),
            ErrorCode.SymbolUnknown or ErrorCode.NotFound or ErrorCode.JobNotFound => throw NotFound(request, outcome.Summary),
            { } code => throw new McpProtocolException($"{code.Name()}: {outcome.Summary}", code == ErrorCode.ValidationError ? McpErrorCode.InvalidParams : McpErrorCode.InternalError),
        };
    }

    private async Task<CallOutcome> AskAsync(DeskResource resource, IReadOnlyDictionary<string, string> variables, McpCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            var call = new CallRequest { Name = resource.Capability, Arguments = resource.Arguments(variables), Caller = caller.Principal, Surface = Surface.Mcp };
            return await desk.CallAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (CapabilityException refusal)
        {
            return CallOutcome.Of(refusal);
        }
    }

    private static async Task<ReadResourceResult> ReadPluginAsync(
        McpResource resource, IReadOnlyDictionary<string, string> variables, McpCaller caller, RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        string uri = request.Params!.Uri;
        var call = new ProtocolCall(caller.Principal, new McpExchange(request.Server, request.JsonRpcRequest), cancellationToken);
        McpContent content = await call.RunAsync(() => resource.ReadAsync(variables, call), $"resource {uri}", Patience).ConfigureAwait(false);
        return content.Text is { } text
            ? Text(uri, resource.MimeType, text)
            : new ReadResourceResult { Contents = [BlobResourceContents.FromBytes(content.Bytes, uri, resource.MimeType)] };
    }

    private static ReadResourceResult Text(string uri, string mimeType, string text) =>
        new() { Contents = [new TextResourceContents { Uri = uri, MimeType = mimeType, Text = text }] };

    // The code of a missing resource changed with the revision that did away with sessions.
    private static McpProtocolException NotFound(RequestContext<ReadResourceRequestParams> request, string message) =>
        new(message, ProtocolVersions.IsStateless(request.Server.NegotiatedProtocolVersion) ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound);

    private IEnumerable<ResourceTemplate> Templates(McpCaller caller)
    {
        foreach (DeskResource resource in DeskResource.All)
        {
            if (Find(resource, caller) is { } capability)
            {
                yield return new ResourceTemplate { UriTemplate = resource.UriTemplate, Name = resource.Name, Description = capability.Description, MimeType = resource.MimeType };
            }
        }

        yield return new ResourceTemplate
        {
            UriTemplate = DeskPages.UriTemplate, Name = "desk page", Description = $"How this desk works: {string.Join(", ", DeskPages.Names)}.", MimeType = "text/markdown",
        };
        foreach (McpResource resource in Offered)
        {
            yield return new ResourceTemplate { UriTemplate = resource.UriTemplate, Name = resource.Name, Description = resource.Description, MimeType = resource.MimeType };
        }
    }

    private IEnumerable<CapabilityDescriptor> Visible(McpCaller caller) =>
        desk.Visible(caller.Principal, Surface.Mcp).Where(c => caller.Owner.Lists(c) && caller.Own.Lists(c));

    private CapabilityDescriptor? Find(DeskResource resource, McpCaller caller) =>
        desk.Catalog.Find(resource.Capability) is { } capability
        && caller.Owner.Lists(capability)
        && desk.Access.IsPermitted(capability, caller.Principal, Surface.Mcp)
            ? capability
            : null;
}
