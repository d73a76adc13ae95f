using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>The brakes: anyone may pull them, an operator alone lets go.</summary>
/// <param name="paper">The simulated account.</param>
/// <param name="accounts">Every account there is now, the simulated one among them.</param>
/// <param name="kill">The emergency stop.</param>
/// <param name="hasSteppedUp">Whether a caller has entered the passphrase within the last minutes.</param>
/// <param name="wall">The wall clock.</param>
public sealed class SwitchCapabilities(PaperDesk paper, Func<IEnumerable<SwitchedAccount>> accounts, KillSwitch kill, Func<Principal, bool> hasSteppedUp, TimeProvider wall)
{
    private const string RearmWord = "REARM ";

    // What may have thrown the switch, and goes on until its own time is over.
    private static readonly string[] Causes = ["daily_loss_max", "weekly_loss_max", "total_dd_static", "total_dd_trailing", "dd_buffer", "reconciliation_clean", "connection_stale_max"];

    private DateTime Now => wall.GetUtcNow().UtcDateTime;

    /// <summary>Stops new entries.</summary>
    [Capability("stop_trading", "risk", Effect.Simulate, "POST /killswitch/stop", AlwaysVisible = true)]
    [Description("Stops all new entries at once (kill switch level 1). Only an operator can release it.")]
    public StopResult StopTrading([StringLength(500)] string reason, ICallContext call)
    {
        kill.Tighten(1, call.Caller.Actor, reason);
        KillStatus status = kill.Status;
        return new StopResult
        {
            Summary = $"The kill switch is at level {status.Level}: no new entries. An operator alone releases it.",
            Level = status.Level,
            Since = status.Since ?? Now,
            AsOf = Now,
        };
    }

    /// <summary>Sets the kill switch.</summary>
    [Capability("trigger_kill_switch", "risk", Effect.Operate, "POST /killswitch/trigger", Errors = [ErrorCode.StateConflict])]
    [Description("Sets the kill switch: 1 stop entries, 2 cancel pending, 3 flatten, 0 re-arm.")]
    public async Task<KillResult> TriggerKillSwitch(
        [StringLength(500)] string reason,
        ICallContext call,
        [Range(0, 3)] int level = 1,
        [Description("level 0: REARM <login>")] string? confirm = null)
    {
        if (level == 0)
        {
            return await RearmAsync(reason, call, confirm).ConfigureAwait(false);
        }

        kill.Tighten(level, call.Caller.Actor, reason);
        (int revoked, int cancelled, int closing) = (0, 0, 0);
        foreach (SwitchedAccount account in accounts())
        {
            (int voided, (int cancels, int closes)) = account.Turn.Do(() => (account.Void(), KillEffects.Take(kill.Level, account, wall.GetUtcNow())));
            (revoked, cancelled, closing) = (revoked + voided, cancelled + cancels, closing + closes);
            FarBrakes.Pull(kill, account);
        }

        return Answer($"The kill switch is at level {kill.Level}; {cancelled} pending orders and {closing} positions are being closed.", cancelled, closing, revoked);
    }

    /// <summary>Sets the trading state.</summary>
    [Capability("set_trading_state", "risk", Effect.Operate, "POST /risk/state", Errors = [ErrorCode.StateConflict, ErrorCode.KillSwitchActive])]
    [Description("Sets the trading state of the account: active, reduce_only or halted.")]
    public StateChangeResult SetTradingState(TradingState state, [StringLength(500)] string why, ICallContext call)
    {
        SwitchedAccount[] all = [.. accounts()];
        if (state == TradingState.Active)
        {
            RequireStepUp(call.Caller, "The active state");
            if (kill.Level > 0)
            {
                throw new CapabilityException(ErrorCode.KillSwitchActive, $"The kill switch is at level {kill.Level}", "Re-arm it first with trigger_kill_switch level=0.");
            }

            if (all.FirstOrDefault(a => a.Turn.Do(() => a.Ledger.HasIllegalStep)) is { } doubtful)
            {
                throw new CapabilityException(
                    ErrorCode.StateConflict, $"An order of {doubtful.Login} took a step that its life cycle does not permit; the books are in doubt", "Compare the account with the journal, then restart the host.");
            }
        }

        TradingState old = paper.Do(desk => desk.State.Trading);
        foreach (SwitchedAccount account in all)
        {
            account.Turn.Do(() => account.State.Change(state, call.Caller.Actor, why));
        }

        return new StateChangeResult { Summary = $"The trading state is {Name(state)}; it was {Name(old)}.", Old = old, New = state, AsOf = Now };
    }

    private void RequireStepUp(Principal caller, string what)
    {
        if (!hasSteppedUp(caller))
        {
            throw new CapabilityException(ErrorCode.SessionRequired, $"{what} needs a passphrase entered within the last 5 minutes", "Run 'opentrading operator login' again.");
        }
    }

    private async Task<KillResult> RearmAsync(string reason, ICallContext call, string? confirm)
    {
        Principal caller = call.Caller;
        RequireStepUp(caller, "Re-arming");
        SwitchedAccount[] all = [.. accounts()];

        // With an account at a broker it is that one's login: what is let loose is real.
        string login = (all.FirstOrDefault(a => a.Login != SimulatedBroker.Login) ?? all[0]).Login;
        if (confirm != RearmWord + login)
        {
            string fault = $"Must be '{RearmWord}{login}' to re-arm";
            throw new CapabilityException(ErrorCode.ValidationError, $"confirm: {fault}", "Type it exactly.", [new ErrorDetail(["confirm"], fault)]);
        }

        kill.Poll();
        if (kill.IsDropped)
        {
            throw new CapabilityException(ErrorCode.StateConflict, "The drop file KILL holds the kill switch", "Remove it from the home's state folder.");
        }

        if (paper.Do(desk => desk.Orders.Check(EntryProbe.Of(paper.Symbol.Instrument, desk.Broker.Quote(paper.Symbol.Instrument.Symbol)))).Verdict.Violations.FirstOrDefault(v => Causes.Contains(v.Rule)) is { } cause)
        {
            throw new CapabilityException(ErrorCode.StateConflict, $"What stops trading goes on: {cause.Finding}", $"Wait until it is over: {cause.Remedy}.");
        }

        // Reduce-only before the switch opens: nothing may slip through in between.
        foreach (SwitchedAccount account in all)
        {
            account.Turn.Do(() => account.State.Change(TradingState.ReduceOnly, caller.Actor, "re-armed"));
        }

        IReadOnlyList<string> held = [];
        await kill.RearmAsync(caller.Actor, reason, async record => held = await FarBrakes.ReleaseAsync(all, record, call.CancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return Answer(string.Join(' ', ["The kill switch is re-armed; the trading state is reduce_only until an operator sets it active.", .. held]), 0, 0, 0);
    }

    private KillResult Answer(string summary, int cancelled, int closing, int revoked)
    {
        KillStatus status = kill.Status;
        return new KillResult
        {
            Summary = summary,
            Level = status.Level,
            Since = status.Since ?? Now,
            AsOf = Now,
            PendingCancelled = cancelled,
            PositionsClosing = closing,
            ApprovalsRevoked = revoked,
        };
    }

    private static string Name(TradingState state) => state switch
    {
        TradingState.Active => "active",
        TradingState.ReduceOnly => "reduce_only",
        _ => "halted",
    };
}
