using System.Text.Json;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Home;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>What a running host answers to the other commands of its user.</summary>
internal sealed class HostRequests(PaperHost host, McpServing mcp, CancellationTokenSource stop)
{
    /// <summary>The answer, one line.</summary>
    public string Answer(string[] request)
    {
        switch (request)
        {
            case [ControlChannel.Stop]:
                stop.Cancel();
                return "stopping";
            case [ControlChannel.Replay, { Length: <= 128 } run, { Length: 64 } sha256]:
                host.RecordReplay(run, sha256);
                return "recorded";
            case [ControlChannel.Plugins]:
                return JsonSerializer.Serialize(host.Plugins.Catalog.Plugins.Select(PluginRow.Of));
            case [ControlChannel.Reload, .. { Length: > 0 } id]:
                return JsonSerializer.Serialize(PluginReload.Of(host.Plugins.Reload(string.Join(' ', id))));
            case [ControlChannel.Operator, { Length: <= 32 } name]:
                OperatorRecords.Created(host.Journal, name);
                return "recorded";
            case [ControlChannel.Mcp]:
                return mcp.Address?.ToString() ?? "off";
            default:
                return "unknown request";
        }
    }
}
