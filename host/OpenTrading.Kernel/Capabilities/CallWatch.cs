using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>
/// Runs the code of capabilities apart from whoever asked, so that one that never returns costs its thread and no face, and notices the plugins
/// whose code fails or does not come back.
/// </summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class CallWatch(CallLimits limits, TimeProvider time)
{
    /// <summary>Raised when the code of a plugin failed in a way that it did not declare, on whatever thread noticed.</summary>
    public event Action<CapabilityFault>? Failed;

    /// <summary>Runs a call and waits for it, as long as a call may take.</summary>
    /// <param name="capability">Whose code it is.</param>
    /// <param name="call">The call; its token is cancelled when nobody waits any more.</param>
    /// <param name="cancellationToken">Cancelled when the caller gives up.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<CallOutcome> CallAsync(CapabilityDescriptor capability, Func<CancellationToken, Task<CallOutcome>> call, CancellationToken cancellationToken)
    {
        var cancelling = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        long started = time.GetTimestamp();
        Task<CallOutcome> running = Task.Run(() => call(cancelling.Token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(limits.Timeout, time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (running.IsCompleted)
            {
                cancelling.Dispose();
            }
            else
            {
                _ = LetGoAsync(capability, running, cancelling, limits.Timeout - time.GetElapsedTime(started));
            }
        }
    }

    /// <summary>Runs a job until it ends or is cancelled, however long that takes. Cancelled, it keeps its turn until it has ended or was left behind.</summary>
    /// <param name="capability">Whose code it is.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancelling">The token that the work has, too.</param>
    public async Task<CallOutcome> WorkAsync(CapabilityDescriptor capability, Func<Task<CallOutcome>> work, CancellationToken cancelling)
    {
        Task<CallOutcome> running = Task.Run(work, CancellationToken.None);
        try
        {
            return await running.WaitAsync(cancelling).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
        {
            await StopAsync(capability, running).ConfigureAwait(false);
            throw;
        }
#pragma warning disable CA1031 // A job's failure is its result, told as a call's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw Refuse(capability, e);
        }
    }

    /// <summary>The refusal of what was thrown. What a plugin did not declare is its bug: the client learns that it failed, the host why.</summary>
    public CapabilityException Refuse(CapabilityDescriptor? capability, Exception thrown)
    {
        CapabilityException refused = Refusal.Of(thrown);
        if (refused.Code != ErrorCode.InternalError || capability is not { IsForeign: true })
        {
            return refused;
        }

        Failed?.Invoke(new CapabilityFault(capability, thrown, IsLeftBehind: false));
        return new CapabilityException(ErrorCode.PluginError, $"Plugin {capability.PluginId} failed in {capability.Name}", "See 'opentrading plugins list' for the reason.");
    }

    // Its time is over; or its caller has gone, and it has the rest of its time to end by itself.
    private async Task LetGoAsync(CapabilityDescriptor capability, Task running, CancellationTokenSource cancelling, TimeSpan left)
    {
        using (cancelling)
        {
            if (left <= TimeSpan.Zero || !await EndsAsync(running, left).ConfigureAwait(false))
            {
                await cancelling.CancelAsync().ConfigureAwait(false);
                await StopAsync(capability, running).ConfigureAwait(false);
            }
        }
    }

    // What heeds its token was slow and no more. What does not is hung: interrupted where it can be, else left behind with its thread.
    private async Task StopAsync(CapabilityDescriptor capability, Task running)
    {
        if (!capability.IsForeign || await EndsAsync(running, limits.Grace).ConfigureAwait(false))
        {
            return;
        }

        capability.Interrupt?.Invoke();
        bool isStopped = capability.Interrupt is not null && await EndsAsync(running, limits.Grace).ConfigureAwait(false);
        Failed?.Invoke(new CapabilityFault(capability, Thrown: null, IsLeftBehind: !isStopped));
    }

    private async Task<bool> EndsAsync(Task running, TimeSpan patience) =>
        await Task.WhenAny(running, Task.Delay(patience, time, CancellationToken.None)).ConfigureAwait(false) == running;
}
