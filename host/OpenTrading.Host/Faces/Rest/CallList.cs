using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>What a caller may call by name: short for the command line and its completion, in full for another face of this desk.</summary>
/// <param name="Caller">Who it was made for, as the journal names it.</param>
/// <param name="Capabilities">In stable order.</param>
internal sealed record CallList(string Caller, IReadOnlyList<CallList.Entry> Capabilities)
{
    /// <summary>One capability.</summary>
    public sealed record Entry(string Name, string Toolset, Effect Effect, string Description, IReadOnlyList<string> Parameters, Detail? Detail = null)
    {
        /// <summary>The capability as another host offers it on; null where its detail was not asked for.</summary>
        /// <param name="pluginId">What stands for this host there.</param>
        /// <exception cref="ArgumentException">Its route is none.</exception>
        public CapabilityDescriptor? ToDescriptor(string pluginId) => Detail is null ? null : new CapabilityDescriptor(
            new CapabilityAttribute(Name, Toolset, Effect, Detail.Route)
            {
                Destructive = Detail.Destructive,
                RaisesRisk = Detail.RaisesRisk,
                AlwaysVisible = Detail.AlwaysVisible,
                Inline = Detail.Inline,
            },
            pluginId,
            Description,
            Detail.InputSchema,
            Detail.OutputSchema);
    }

    /// <summary>The rest of a declaration.</summary>
    public sealed record Detail(string Route, bool Destructive, bool RaisesRisk, bool AlwaysVisible, bool Inline, JsonObject InputSchema, JsonNode OutputSchema);

    /// <summary>The list of a caller as JSON.</summary>
    public static byte[] For(ICapabilityDesk desk, Principal caller, Surface surface, bool isDetailed = false) => JsonSerializer.SerializeToUtf8Bytes(
        new CallList(caller.Actor, [.. desk.Visible(caller, surface).Select(c => EntryOf(c, isDetailed))]), CapabilityJson.Options);

    /// <summary>Reads the list of a running host.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static CallList Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<CallList>(json, CapabilityJson.Options) ?? throw new JsonException("no list of capabilities");

    private static Entry EntryOf(CapabilityDescriptor capability, bool isDetailed)
    {
        CapabilityAttribute declared = capability.Declaration;
        return new Entry(
            declared.Name,
            declared.Toolset,
            declared.Effect,
            capability.Description,
            [.. capability.Arguments.Select(p => p.Name)],
            isDetailed
                ? new Detail(declared.Route, declared.Destructive, declared.RaisesRisk, declared.AlwaysVisible, declared.Inline, (JsonObject)capability.InputSchema.DeepClone(), capability.OutputSchema.DeepClone())
                : null);
    }
}
