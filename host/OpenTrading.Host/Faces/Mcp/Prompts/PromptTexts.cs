using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Mcp.Exchange;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;
using ChatRole = ModelContextProtocol.Protocol.Role;

namespace OpenTrading.Host.Faces.Mcp.Prompts;

/// <summary>The prompts a client offers its user: the desk's and those of plugins.</summary>
internal sealed class PromptTexts(ICapabilityDesk desk, Func<PluginCatalog> plugins)
{
    private const int LongestArgument = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>All that make sense to a caller.</summary>
    public ListPromptsResult List(McpCaller caller) => new()
    {
        Prompts =
        [
            .. DeskPrompt.All.Where(p => MakesSense(p, caller)).Select(p => new Prompt
            {
                Name = p.Name,
                Description = p.Description,
                Arguments = [.. p.Arguments.Select(a => new PromptArgument { Name = a.Name, Description = a.Description, Required = a.Default.Length == 0 })],
            }),
            .. plugins().Prompts.Select(p => new Prompt
            {
                Name = p.Name,
                Description = p.Description,
                Arguments = [.. p.Arguments.Select(a => new PromptArgument { Name = a.Name, Description = a.Description, Required = a.IsRequired })],
            }),
        ],
    };

    /// <summary>One of them, filled in.</summary>
    /// <exception cref="McpProtocolException">There is no such prompt, or an argument is missing.</exception>
    public async ValueTask<GetPromptResult> GetAsync(McpCaller caller, RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken)
    {
        string name = request.Params!.Name;
        Dictionary<string, string> arguments = Texts(request.Params.Arguments);
        if (DeskPrompt.All.FirstOrDefault(p => p.Name == name && MakesSense(p, caller)) is { } own)
        {
            Require(name, own.Arguments.Where(a => a.Default.Length == 0).Select(a => a.Name), arguments);
            return new GetPromptResult
            {
                Description = own.Description,
                Messages = [new PromptMessage { Role = ChatRole.User, Content = new TextContentBlock { Text = own.Render(arguments) } }],
            };
        }

        McpPrompt prompt = plugins().Prompts.FirstOrDefault(p => p.Name == name)
            ?? throw new McpProtocolException($"There is no prompt '{name}'. List prompts for those there are.", McpErrorCode.InvalidParams);
        Require(name, prompt.Arguments.Where(a => a.IsRequired).Select(a => a.Name), arguments);
        var call = new ProtocolCall(caller.Principal, new McpExchange(request.Server, request.JsonRpcRequest), cancellationToken);
        return Replies.ToResult<GetPromptResult>(await call.RunAsync(() => prompt.GetAsync(arguments, call), $"prompt {name}", Patience).ConfigureAwait(false));
    }

    private static Dictionary<string, string> Texts(IDictionary<string, JsonElement>? given)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in given ?? new Dictionary<string, JsonElement>())
        {
            string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            texts[name] = text.Length <= LongestArgument ? text
                : throw new McpProtocolException($"{name}: String must contain at most {LongestArgument} character(s)", McpErrorCode.InvalidParams);
        }

        return texts;
    }

    private static void Require(string prompt, IEnumerable<string> names, Dictionary<string, string> arguments)
    {
        if (names.FirstOrDefault(n => arguments.GetValueOrDefault(n) is not { Length: > 0 }) is { } missing)
        {
            throw new McpProtocolException($"{prompt}: {missing}: Required", McpErrorCode.InvalidParams);
        }
    }

    private bool MakesSense(DeskPrompt prompt, McpCaller caller) => prompt.Needs.All(need =>
        desk.Catalog.Find(need) is { } capability && desk.Access.IsPermitted(capability, caller.Principal, Surface.Mcp));
}
