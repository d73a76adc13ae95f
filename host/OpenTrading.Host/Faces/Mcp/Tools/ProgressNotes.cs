using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Tools;

/// <summary>Tells a client how far its call is: in order, each percent once, and nothing after the answer.</summary>
internal sealed class ProgressNotes(McpServer server, ProgressToken? token) : IProgress<JobProgress>
{
    private readonly Lock _telling = new();
    private Task _told = Task.CompletedTask;
    private double _last = -1;
    private bool _hasEnded;

    public void Report(JobProgress value)
    {
        if (token is null)
        {
            return;
        }

        lock (_telling)
        {
            double percent = Math.Round(Math.Clamp(value.Percent, 0, 100));
            if (!_hasEnded && percent > _last)
            {
                _last = percent;
                _told = TellAsync(_told, percent, value.Stage);
            }
        }
    }

    /// <summary>Waits until everything is told, and tells nothing more.</summary>
    public Task EndAsync()
    {
        lock (_telling)
        {
            _hasEnded = true;
            return _told;
        }
    }

    private async Task TellAsync(Task before, double percent, string stage)
    {
        await before.ConfigureAwait(false);
        try
        {
            await server.NotifyProgressAsync(token!.Value, new ProgressNotificationValue { Progress = (float)percent, Total = 100, Message = stage }).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A client that went away must not fail the work it asked for.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
