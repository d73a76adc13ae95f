using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>How a client finds and understands what it may call.</summary>
/// <param name="dispatcher">Knows all capabilities and who may call them.</param>
/// <param name="toolsets">Toolsets that AI clients see; <c>all</c> is every one.</param>
/// <param name="time">The wall clock.</param>
public sealed class ToolCapabilities(CapabilityDispatcher dispatcher, IReadOnlyCollection<string> toolsets, TimeProvider time)
{
    /// <summary>Searches the tools.</summary>
    [Capability("find_tools", "system", Effect.Read, "GET /tools/find")]
    [Description("Search tools by words or toolset; lists all toolsets.")]
    public ToolsFound FindTools(ICallContext call, [Description("words")] string? query = null, string? toolset = null, [Range(1, 50)] int limit = 10)
    {
        string[] groups = [.. dispatcher.Catalog.All.Select(c => c.Toolset).Distinct()];
        if (toolset is not null && !groups.Contains(toolset))
        {
            throw new CapabilityException(
                ErrorCode.ValidationError,
                $"Toolset '{toolset}' is unknown",
                Suggestion.Nearest(toolset, groups) is { } guess ? $"Did you mean {guess}?" : $"There are {string.Join(", ", groups)}.",
                [new ErrorDetail(["toolset"], "unknown")]);
        }

        ToolFound[] found =
        [
            .. dispatcher.Catalog.All
                .Where(c => toolset is null || c.Toolset == toolset)
                .Select(c => new ToolFound(c.Name, c.Toolset, c.Effect, c.Description, HiddenReason(c, call) is null, query is null ? 0 : ToolSearch.Score(c, query)))
                .Where(t => query is null || t.Score > 0)
                .OrderByDescending(t => t.Score).ThenByDescending(t => t.Visible).ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
        ToolFound[] shown = [.. found.Take(limit)];
        return new ToolsFound
        {
            Summary = found.Length == 0
                ? $"No tool matches{(query is null ? "" : $" '{query}'")}; try other words or a toolset."
                : $"{found.Length} tools{(query is null ? "" : $" for '{query}'")}{(toolset is null ? "" : $" in {toolset}")}: {string.Join(", ", shown.Take(5).Select(t => t.Name))}{(found.Length > 5 ? ", ..." : "")}.",
            AsOf = time.GetUtcNow().UtcDateTime,
            Tools = shown,
            Toolsets = [.. groups.Select(g => new ToolsetRow(g, Toolsets.Describe(g), IsEnabled(g), dispatcher.Catalog.All.Count(c => c.Toolset == g && HiddenReason(c, call) is null)))],
        };
    }

    /// <summary>Describes one tool.</summary>
    [Capability("describe_tool", "system", Effect.Read, "GET /tools/{name}", Errors = [ErrorCode.NotFound])]
    [Description("Schemas, errors and an example of one tool.")]
    public ToolDescription DescribeTool(ICallContext call, [Description("tool")] string name)
    {
        CapabilityDescriptor tool = dispatcher.Catalog.Find(name) ?? throw new CapabilityException(
            ErrorCode.NotFound,
            $"There is no tool '{name}'",
            Suggestion.Nearest(name, dispatcher.Catalog.All.Select(c => c.Name)) is { } guess ? $"Did you mean {guess}?" : "Search with find_tools.");
        string? hidden = HiddenReason(tool, call);
        return new ToolDescription
        {
            Summary = $"{tool.Name} ({tool.Toolset}, {tool.Effect.ToString().ToLowerInvariant()}): {tool.Description}",
            AsOf = time.GetUtcNow().UtcDateTime,
            Name = tool.Name,
            Toolset = tool.Toolset,
            Effect = tool.Effect,
            Role = tool.Effect == Effect.Operate ? Role.Operator : Role.Analyst,
            Route = tool.Declaration.Route,
            Description = tool.Description,
            InputSchema = tool.InputSchema,
            OutputSchema = tool.OutputSchema,
            Errors = [.. tool.Declaration.Errors.Select(e => e.Name())],
            Example = ExampleArguments.Of(tool),
            Visible = hidden is null,
            HiddenReason = hidden,
        };
    }

    private string? HiddenReason(CapabilityDescriptor tool, ICallContext call) =>
        !dispatcher.Access.IsPermitted(tool, call.Caller, call.Surface) && dispatcher.Access.Refusal(tool, call.Caller, call.Surface) is { } refusal ? $"{refusal.Message}. {refusal.Remedy}"
        : call.Surface == Surface.Mcp && !IsEnabled(tool.Toolset) && !tool.Declaration.AlwaysVisible ? $"The owner does not show toolset {tool.Toolset} to AI clients (mcp.toolsets)."
        : null;

    private bool IsEnabled(string toolset) => toolsets.Contains(Toolsets.All) || toolsets.Contains(toolset);
}
