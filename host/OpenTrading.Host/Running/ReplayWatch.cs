using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Replays;

namespace OpenTrading.Host.Running;

/// <summary>
/// Runs a replay or backtest on a thread of its own and gives it up when a strategy or rule in it does not come back. Plugins run without a limit there, for
/// a result must not depend on how busy the machine is; a run that is given up has no result.
/// </summary>
/// <param name="limit">How long one call may take before the run is given up.</param>
internal sealed class ReplayWatch(TimeSpan limit)
{
    /// <summary>Usual limit: far above what any call takes, still bearable to wait for.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(10);

    // Looks are counted instead of time, so that a machine that slept accuses nobody.
    private const int Looks = 20;

    /// <summary>Runs to the end.</summary>
    /// <param name="replay">The replay.</param>
    /// <param name="progress">Told the number of bars done, now and then.</param>
    /// <param name="cancellationToken">Ends it between two bars, or in a call that does not come back.</param>
    /// <exception cref="PluginException">A call did not come back within the limit. Its thread is left behind; it ends with the process.</exception>
    public ReplayResult Run(Replay replay, IProgress<int>? progress, CancellationToken cancellationToken) =>
        Run("replay", stopping => replay.Run(progress, stopping), () => replay.Position, cancellationToken);

    /// <summary>Runs any work that calls strategies and can tell whose code is running.</summary>
    /// <param name="name">Name of its thread.</param>
    /// <param name="work">The work; its token ends it between two bars.</param>
    /// <param name="position">Where it is now.</param>
    /// <param name="cancellationToken">Ends it between two bars, or in a call that does not come back.</param>
    /// <exception cref="PluginException">A call did not come back within the limit. Its thread is left behind; it ends with the process.</exception>
    public T Run<T>(string name, Func<CancellationToken, T> work, Func<ReplayPosition> position, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken stopping = stop.Token;
        T? result = default;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work(stopping);
            }
#pragma warning disable CA1031 // It is thrown again, on the thread that waits for it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        ReplayPosition last = default;
        for (int still = 0; !thread.Join(limit / Looks);)
        {
            ReplayPosition now = position();
            still = now.Calling is not null && now == last && !Debugger.IsAttached ? still + 1 : 0;
            last = now;
            if (still > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (still == Looks)
            {
                stop.Cancel();
                now.Interrupt?.Invoke();
                throw new PluginException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{now.Calling} did not return within {limit.TotalSeconds:0.###} s on the bar of {now.Bar:yyyy-MM-dd HH:mm} UTC; mend it or leave it out. There is no report of this run."));
            }
        }

        thrown?.Throw();
        return result!;
    }
}
