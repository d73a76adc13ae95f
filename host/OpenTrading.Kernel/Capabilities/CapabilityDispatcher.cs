using OpenTrading.Kernel.Capabilities.Idempotency;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>
/// The one way to call a capability, for all faces: permission, rate, arguments, time limit or job, one effect per idempotency key, one line in
/// the journal. A refusal is an answer like any other; nothing is thrown at a face.
/// </summary>
/// <param name="catalog">Everything that can be called.</param>
/// <param name="access">Who may call what.</param>
/// <param name="journal">Where calls are recorded.</param>
/// <param name="time">The wall clock.</param>
/// <param name="limits">Bounds of calls.</param>
/// <param name="jobs">The long calls.</param>
/// <param name="answers">What the journal holds of calls under a key; null where keys last as long as the dispatcher.</param>
public sealed class CapabilityDispatcher(
    CapabilityCatalog catalog, AccessPolicy access, IJournal journal, TimeProvider time, CallLimits limits, JobTable jobs, AnswerBook? answers = null) : ICapabilityDesk
{
    private readonly CallWatch _watch = new(limits, time);
    private readonly RateLimit _rates = new(limits, time);
    private readonly CallAudit _audit = new(journal, time);
    private readonly IdempotencyLedger _once = new(journal, answers);

    /// <summary>Raised when the code of a plugin failed in a way that it did not declare, on whatever thread noticed.</summary>
    public event Action<CapabilityFault>? Failed
    {
        add => _watch.Failed += value;
        remove => _watch.Failed -= value;
    }

    /// <summary>Everything that can be called.</summary>
    public CapabilityCatalog Catalog => catalog;

    /// <summary>Who may call what.</summary>
    public AccessPolicy Access => access;

    /// <summary>The long calls.</summary>
    public JobTable Jobs => jobs;

    /// <summary>The capabilities a caller sees on a face, in stable order.</summary>
    public IEnumerable<CapabilityDescriptor> Visible(Principal caller, Surface surface) => catalog.All.Where(c => access.IsPermitted(c, caller, surface));

    /// <summary>Answers a call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Cancelled when the caller gives up.</param>
    public async Task<CallOutcome> CallAsync(CallRequest request, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        CapabilityDescriptor? capability = catalog.Find(request.Name);
        CallOutcome outcome;
        bool isText = CallAudit.TryRead(request.Arguments, out JournalPayload arguments);
        try
        {
            if (!isText)
            {
                throw new CapabilityException(ErrorCode.ValidationError, "An argument holds text that is no Unicode", "Send well-formed text.");
            }

            outcome = await AnswerAsync(capability, request, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a capability throws, its caller gets an answer and the host goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            outcome = Refused(capability, _watch.Refuse(capability, e));
        }

        _audit.Record(request, capability?.Effect, arguments, outcome, started);
        return outcome;
    }

    private async Task<CallOutcome> AnswerAsync(CapabilityDescriptor? capability, CallRequest request, CancellationToken cancellationToken)
    {
        if (capability is null)
        {
            throw Unknown(request);
        }

        if (access.Refusal(capability, request.Caller, request.Surface) is { } refusal)
        {
            throw refusal;
        }

        _rates.Take(request.Caller, capability.Effect);
        object?[] arguments = ArgumentReader.Read(capability, request.Arguments);
        if (capability.IsJob)
        {
            return await ComputeAsync(capability, arguments, request, cancellationToken).ConfigureAwait(false);
        }

        string? key = KeyOf(capability, arguments) ?? request.IdempotencyKey;
        if (capability.Effect == Effect.Read || key is null)
        {
            return await RunAsync(capability, arguments, request, key, cancellationToken).ConfigureAwait(false);
        }

        return await _once.RunAsync(
            CanonicalArguments.Call(capability, arguments, request.Caller.Actor, key),
            () => RunAsync(capability, arguments, request, key, cancellationToken)).ConfigureAwait(false);
    }

    private static CallOutcome Refused(CapabilityDescriptor? capability, CapabilityException refusal)
    {
        try
        {
            return capability?.Shape is { } shape ? CallOutcome.Of(shape.Render(refusal)) : CallOutcome.Of(refusal);
        }
#pragma warning disable CA1031 // A form that cannot say no is no reason not to say it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return CallOutcome.Of(refusal);
        }
    }

    // A caller must not learn from the error whether a capability exists that it may not see.
    private CapabilityException Unknown(CallRequest request)
    {
        string near = Suggestion.Nearest(request.Name, Visible(request.Caller, request.Surface).Select(c => c.Name)) is { } guess
            ? $"Did you mean {guess}?"
            : "Search with find_tools.";
        return new CapabilityException(ErrorCode.NotFound, $"There is no capability '{request.Name}'", near);
    }

    private Task<CallOutcome> RunAsync(CapabilityDescriptor capability, object?[] arguments, CallRequest request, string? key, CancellationToken cancellationToken) =>
        _watch.CallAsync(
            capability,
            cancelling =>
            {
                Fill(capability, arguments, new CallContext(request.Caller, request.Surface, key, request.Progress ?? CallContext.Untold, request.Mcp, cancelling));
                return capability.AnswerAsync(arguments);
            },
            cancellationToken);

    private async Task<CallOutcome> ComputeAsync(CapabilityDescriptor capability, object?[] arguments, CallRequest request, CancellationToken cancellationToken)
    {
        Job job = jobs.Start(capability.Name, request.Caller, request.Progress, (started, cancelling) =>
        {
            Fill(capability, arguments, new CallContext(request.Caller, request.Surface, request.IdempotencyKey, started, request.Mcp, cancelling));
            return _watch.WorkAsync(capability, () => capability.AnswerAsync(arguments), cancelling);
        });

        // Over the command line a person waits; elsewhere a client comes back for the result.
        try
        {
            await job.Completion.WaitAsync(limits.InlineWait, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It goes on; the caller gets its id.
        }
        catch (OperationCanceledException)
        {
            job.Cancel();
            throw;
        }

        return CallOutcome.Of(job.ToEnvelope());
    }

    private static void Fill(CapabilityDescriptor capability, object?[] arguments, ICallContext context)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (capability.Parameters[i].IsContext)
            {
                arguments[i] = context;
            }
        }
    }

    private static string? KeyOf(CapabilityDescriptor capability, object?[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (capability.Parameters[i].Name == "idempotencyKey")
            {
                return (string?)arguments[i];
            }
        }

        return null;
    }
}
