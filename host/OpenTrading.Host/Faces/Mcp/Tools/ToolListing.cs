using System.Runtime.CompilerServices;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Tools;

/// <summary>How a capability stands in the list of tools: as short as a model can work with.</summary>
internal sealed class ToolListing(ICapabilityDesk desk, bool withOutputSchemas)
{
    private readonly ConditionalWeakTable<CapabilityDescriptor, Tool> _tools = [];

    /// <summary>The tools a caller sees, in stable order.</summary>
    public ListToolsResult List(McpCaller caller) => new()
    {
        Tools = [.. desk.Visible(caller.Principal, Surface.Mcp).Where(c => caller.Owner.Lists(c) && caller.Own.Lists(c)).Select(c => _tools.GetValue(c, ToTool))],
    };

    private Tool ToTool(CapabilityDescriptor capability) => new()
    {
        Name = capability.Name,
        Description = capability.Description,
        InputSchema = ListedSchema.Of(capability.InputSchema),
        OutputSchema = withOutputSchemas ? JsonSerializer.SerializeToElement(capability.OutputSchema) : null,
        Annotations = Annotations(capability),
    };

    // Only what differs from the protocol's defaults: not read-only, destructive, not idempotent, open to the world.
    private static ToolAnnotations Annotations(CapabilityDescriptor capability)
    {
        bool reads = capability.Effect == Effect.Read;
        bool? destroys = reads || capability.Declaration.Destructive ? null : false;
        bool? reachesOut = capability.Toolset == "research" || capability.Effect == Effect.Propose ? null : false;
        return new ToolAnnotations
        {
            ReadOnlyHint = reads ? true : null,
            IdempotentHint = reads ? true : null,
            DestructiveHint = destroys,
            OpenWorldHint = reachesOut,
        };
    }
}
