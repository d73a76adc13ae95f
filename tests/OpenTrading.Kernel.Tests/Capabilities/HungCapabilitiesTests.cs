using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

/// <summary>Code of plugins that fails or does not come back: its caller gets an answer, everyone else goes on, and the host learns whose it is.</summary>
public sealed class HungCapabilitiesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly Principal Analyst = new("client:a", Role.Analyst);

    private readonly Hang _hang = new();
    private Room? _room;
    private readonly JobTable _jobs = new(TimeProvider.System, 1);
    private readonly TaskCompletionSource<CapabilityFault> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        _hang.Dispose();
        _jobs.Dispose();
    }

    [Fact]
    public async Task Call_NeverReturns_TimesOutAndIsLeftBehind()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new CallLimits { Timeout = Short, Grace = Short });

        Assert.Equal(ErrorCode.Timeout, (await Call(dispatcher, "hang")).Error);

        CapabilityFault fault = await _fault.Task.WaitAsync(Patience);
        Assert.Equal(("hang", null, true), (fault.Capability.Name, fault.Thrown, fault.IsLeftBehind));
        Assert.Null((await Call(dispatcher, "sound")).Error);
    }

    [Fact]
    public async Task Call_CallerGivesUpAndItNeverReturns_IsNoticedWhenItsTimeIsOver()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new CallLimits { Timeout = Short, Grace = Short });
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();

        Assert.Equal(ErrorCode.Cancelled, (await Call(dispatcher, "hang", impatient.Token)).Error);

        Assert.True((await _fault.Task.WaitAsync(Patience)).IsLeftBehind);
    }

    [Fact]
    public async Task Call_LoopThatCanBeInterrupted_IsStopped()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new CallLimits { Timeout = Short, Grace = Patience / 10 }, interrupt: _hang.Release);

        Assert.Equal(ErrorCode.Timeout, (await Call(dispatcher, "hang")).Error);

        Assert.False((await _fault.Task.WaitAsync(Patience)).IsLeftBehind);
    }

    [Fact]
    public async Task Call_HeedsItsToken_IsSlowAndNoMore()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new CallLimits { Timeout = Short, Grace = Patience });

        Assert.Equal(ErrorCode.Timeout, (await Call(dispatcher, "patient")).Error);
        await _room!.Heeded.Task.WaitAsync(Patience);

        Assert.False(_fault.Task.IsCompleted);
        Assert.Null((await Call(dispatcher, "sound")).Error);
    }

    [Fact]
    public async Task Call_ResultFailsWhileItIsWritten_IsItsFault()
    {
        Assert.Equal(ErrorCode.PluginError, (await Call(Dispatcher(new CallLimits()), "unwritable")).Error);

        Assert.IsType<NotSupportedException>((await _fault.Task.WaitAsync(Patience)).Thrown!.GetBaseException());
    }

    [Fact]
    public async Task Job_Throws_IsItsFaultAndTheClientLearnsNoMore()
    {
        CallOutcome outcome = await Call(Dispatcher(new CallLimits { InlineWait = Patience }), "fail_job");

        JsonElement error = JsonDocument.Parse(outcome.Body).RootElement.GetProperty("error");
        Assert.Equal(("PLUGIN_ERROR", "Plugin bad failed in fail_job"), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        Assert.Equal("password is hunter2", (await _fault.Task.WaitAsync(Patience)).Thrown!.GetBaseException().Message);
    }

    [Fact]
    public async Task Job_CancelledAndNeverReturns_IsLeftBehindAndItsTurnIsFree()
    {
        CapabilityDispatcher dispatcher = Dispatcher(new CallLimits { InlineWait = TimeSpan.FromMilliseconds(1), Grace = Short });
        await Call(dispatcher, "hang_job");
        Job hung = Assert.Single(_jobs.All);

        hung.Cancel();

        Assert.True((await _fault.Task.WaitAsync(Patience)).IsLeftBehind);
        await hung.Completion.WaitAsync(Patience);
        await Call(dispatcher, "sound_job");
        Job next = _jobs.All.Single(j => j != hung);
        await next.Completion.WaitAsync(Patience);
        Assert.Equal((JobStatus.Cancelled, JobStatus.Succeeded), (hung.Status, next.Status));
    }

    private CapabilityDispatcher Dispatcher(CallLimits limits, Action? interrupt = null)
    {
        _room = new Room(_hang);
        var dispatcher = new CapabilityDispatcher(new CapabilityCatalog(), new AccessPolicy(new AccessMode(), _ => false), new MemoryJournal(), TimeProvider.System, limits, _jobs);
        dispatcher.Catalog.Add(CapabilityDescriptor.Of(_room, "bad", interrupt));
        dispatcher.Failed += fault => _fault.TrySetResult(fault);
        return dispatcher;
    }

    private static Task<CallOutcome> Call(CapabilityDispatcher dispatcher, string name, CancellationToken cancellationToken = default) =>
        dispatcher.CallAsync(new CallRequest { Name = name, Caller = Analyst, Surface = Surface.Rest }, cancellationToken);

    private sealed class Room(Hang hang)
    {
        public TaskCompletionSource Heeded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Capability("sound", "test", Effect.Read, "GET /test/sound")]
        public EchoResult Sound() => new() { Summary = "sound" };

        [Capability("hang", "test", Effect.Read, "GET /test/hang")]
        public EchoResult Hang()
        {
            hang.Block();
            return Sound();
        }

        [Capability("patient", "test", Effect.Read, "GET /test/patient")]
        public async Task<EchoResult> Patient(ICallContext call)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, call.CancellationToken);
                return Sound();
            }
            finally
            {
                Heeded.SetResult();
            }
        }

        [Capability("unwritable", "test", Effect.Read, "GET /test/unwritable")]
        public Unwritable Write() => new() { Summary = "unwritable" };

        [Capability("sound_job", "test", Effect.Compute, "POST /test/sound-job")]
        public EchoResult SoundJob() => Sound();

        [Capability("fail_job", "test", Effect.Compute, "POST /test/fail-job")]
        public EchoResult FailJob() => throw new InvalidOperationException("password is hunter2");

        [Capability("hang_job", "test", Effect.Compute, "POST /test/hang-job")]
        public EchoResult HangJob() => Hang();
    }

    private sealed record Unwritable : CapabilityResult
    {
        public string Text => throw new NotSupportedException();
    }
}
