using System.CommandLine;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Turns what can go wrong outside the program into one clear line and an exit code. Everything else is a bug and stays an exception.</summary>
internal static class Guarded
{
    /// <summary>Sets a command's action.</summary>
    public static Command Do(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction((arguments, cancellationToken) => RunAsync(() => action(arguments, cancellationToken)));
        return command;
    }

    /// <summary>Sets a command's action.</summary>
    public static Command Do(this Command command, Func<ParseResult, int> action) =>
        command.Do((arguments, _) => Task.FromResult(action(arguments)));

    /// <summary>Runs an action under the guard.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> action)
    {
        // The command line waits for an action to end on Ctrl+C only once it has the action's task in hand.
        await Task.Yield();
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (ConfigurationException e)
        {
            foreach (ConfigError error in e.Errors)
            {
                Terminal.Error(error.ToString());
            }

            return ConfigurationException.ExitCode;
        }
        catch (CapabilityException e)
        {
            return CallReply.PrintError(e.Code, e.Message, e.Remedy);
        }
        catch (OperationCanceledException)
        {
            Terminal.Error("cancelled");
            return ExitCodes.Cancelled;
        }
        catch (Exception e) when (ExitCodeOf(e) is not null)
        {
            Terminal.Error($"error: {e.Message}");
            return ExitCodeOf(e)!.Value;
        }
    }

    private static int? ExitCodeOf(Exception e) => e switch
    {
        HomeException => ExitCodes.Conflict,
        PluginException or ScriptException or FormatException => ExitCodes.Validation,
        DataException => ExitCodes.NoData,
        JournalException => ExitCodes.Internal,
        IOException or UnauthorizedAccessException => ExitCodes.Internal,
        _ => null,
    };
}
