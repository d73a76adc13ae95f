using System.CommandLine;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading stop</c></summary>
internal static class StopCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Build(CliOptions options) =>
        new Command("stop", "End the host that runs in this home, in order.").Do(async (arguments, cancellationToken) =>
        {
            HomeFolder home = options.Home(arguments);
            Terminal terminal = options.Terminal(arguments);
            string holder = HostLock.Holder(home);
            if (!HostLock.IsHeld(home))
            {
                Terminal.Error($"no host runs in {home.Root}");
                return ExitCodes.NotFound;
            }

            if (await ControlChannel.AskAsync(home, ControlChannel.Stop, cancellationToken).ConfigureAwait(false) is null)
            {
                Terminal.Error($"the host, process {holder}, does not answer; end that process by hand");
                return ExitCodes.Cancelled;
            }

            using var patience = new CancellationTokenSource(Patience);
            while (HostLock.IsHeld(home))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token).ConfigureAwait(false);
            }

            terminal.Line($"stopped process {holder}");
            if (terminal.IsJson)
            {
                Terminal.Document(new { stopped = true, process = holder });
            }

            return ExitCodes.Ok;
        });
}
