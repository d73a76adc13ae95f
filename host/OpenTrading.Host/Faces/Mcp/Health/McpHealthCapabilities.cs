using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Diagnosis.Health;
using OpenTrading.Host.Faces.Mcp.Tools;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Health;

/// <summary>Whether AI clients are served, and what the list of tools costs them.</summary>
/// <param name="dispatcher">Knows the tools.</param>
/// <param name="options">What the owner shows.</param>
/// <param name="transports">The ways by which clients come.</param>
/// <param name="calls">Calls of capabilities.</param>
/// <param name="wall">The wall clock.</param>
internal sealed class McpHealthCapabilities(CapabilityDispatcher dispatcher, McpOptions options, ServedTransports transports, CallLog calls, TimeProvider wall)
{
    private readonly ToolListing _listing = new(dispatcher, options.ListOutputSchemas);

    /// <summary>Whether clients are served.</summary>
    [Capability("mcp_health", "system", Effect.Read, "GET /mcp-health")]
    [Description("MCP transports with clients, mode, number of tools and their tokens.")]
    public McpHealthResult McpHealth()
    {
        TransportRow[] rows = [.. transports.All.Select(t => new TransportRow(t.Kind, t.Url?.ToString(), t.Clients()))];
        IList<Tool> tools = _listing.List(Caller()).Tools;
        int tokens = tools.Sum(t => JsonSerializer.Serialize(t, McpJsonUtilities.DefaultOptions).Length + 1) / 4;
        HealthStatus status = rows.Length > 0 || !options.Embedded ? HealthStatus.Ok : HealthStatus.Degraded;
        return new McpHealthResult
        {
            Summary = rows.Length == 0
                ? $"No MCP transport is served{(options.Embedded ? "; another program may hold mcp.listen" : ": mcp.embedded is off")}."
                : $"{tools.Count} tools in mode {dispatcher.Access.Mode.Name} cost {tokens} tokens; {rows.Sum(r => r.Clients)} clients over {string.Join(", ", rows.Select(r => r.Kind))}.",
            AsOf = wall.GetUtcNow().UtcDateTime,
            Status = status,
            Transports = rows,
            Mode = dispatcher.Access.Mode.Name,
            ToolCount = tools.Count,
            ToolListTokens = tokens,
            LastCallAt = calls.Find(new CallFilter(Surface: Surface.Mcp), limit: 1).Rows is [{ } last] ? last.Time : null,
        };
    }

    private McpCaller Caller() => new(McpServing.Stdio, ToolsetFilter.Parse(options.Toolsets, dispatcher.Catalog), ToolsetFilter.Parse([], dispatcher.Catalog));
}
