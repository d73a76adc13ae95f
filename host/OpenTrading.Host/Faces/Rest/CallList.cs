using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>What a caller may call by name, short: for the command line and its completion.</summary>
internal sealed record CallList(IReadOnlyList<CallList.Entry> Capabilities)
{
    /// <summary>One capability.</summary>
    public sealed record Entry(string Name, string Toolset, Effect Effect, string Description, IReadOnlyList<string> Parameters);

    /// <summary>The list of a caller as JSON.</summary>
    public static byte[] For(CapabilityDispatcher dispatcher, Principal caller, Surface surface) => JsonSerializer.SerializeToUtf8Bytes(
        new CallList([.. dispatcher.Visible(caller, surface).Select(c => new Entry(c.Name, c.Toolset, c.Effect, c.Description, [.. c.Arguments.Select(p => p.Name)]))]),
        CapabilityJson.Options);

    /// <summary>Reads the list of a running host.</summary>
    public static CallList Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<CallList>(json, CapabilityJson.Options)!;
}
