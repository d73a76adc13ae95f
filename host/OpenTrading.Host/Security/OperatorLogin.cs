using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>Checks who says to be an operator, one at a time and at one price for all, slows guessing down, and journals every attempt.</summary>
internal sealed class OperatorLogin(OperatorStore operators, OperatorSessions sessions, IJournal journal, TimeProvider time) : IDisposable
{
    private const int LongestName = 64;
    private readonly LockOut _lockOut = new(time);

    // One passphrase at a time: hashing is meant to be slow, and a crowd of guesses must not take all processors, nor get past the lock-out side by side.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Opens a session; for a caller with a session of the same operator, confirms that one anew.</summary>
    /// <returns>The session, and its id unless it is the caller's own.</returns>
    /// <exception cref="CapabilityException">Something given is wrong, or guessing was too fast.</exception>
    public async Task<(OperatorSession Session, string? Id)> StartAsync(string name, string passphrase, string? code, Principal caller, CancellationToken cancellationToken)
    {
        await CheckAsync(name, passphrase, code, caller, cancellationToken).ConfigureAwait(false);
        if (sessions.Of(caller) is { } own && own.Operator == name)
        {
            Record(name, own, "operator.stepped_up");
            own.Enter();
            return (own, null);
        }

        (OperatorSession session, string id) = sessions.Open(name);
        try
        {
            Record(name, session, "operator.login");
        }
        catch
        {
            sessions.End(session);
            throw;
        }

        return (session, id);
    }

    /// <summary>Checks name, passphrase and one-time code.</summary>
    /// <exception cref="CapabilityException">One of them is wrong, and it is not said which; or guessing was too fast.</exception>
    public async Task CheckAsync(string name, string passphrase, string? code, Principal caller, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            string[] keys = [$"operator {name}", $"peer {caller.Actor}"];
            TimeSpan wait = keys.Max(_lockOut.WaitOf);
            if (wait > TimeSpan.Zero)
            {
                throw new CapabilityException(ErrorCode.RateLimited, "Too many failed logins", $"Retry in {Math.Ceiling(wait.TotalSeconds):0} s.");
            }

            OperatorAccount? account = operators.Find(name);
            bool isRight = (account?.Passphrase ?? PassphraseHash.Nobody).Matches(passphrase) && account is not null
                && (account.TotpKey is null || operators.TakeCode(name, code ?? "", time.GetUtcNow()));
            if (!isRight)
            {
                int failures = keys.Max(_lockOut.Fail);
                journal.Append(
                    caller.Actor,
                    "operator.login_failed",
                    new() { ["operator"] = name.Length <= LongestName ? name : name[..LongestName], ["failures"] = failures },
                    Durability.Buffered);
                throw new CapabilityException(
                    ErrorCode.Unauthenticated, "Operator, passphrase or one-time code is wrong", "Try again; an operator with one-time codes needs a fresh code each time.");
            }

            Array.ForEach(keys, _lockOut.Succeed);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Record(string name, OperatorSession session, string type) =>
        journal.Append($"operator:{name}", type, new() { ["session"] = session.Digest }, Durability.Durable);
}
