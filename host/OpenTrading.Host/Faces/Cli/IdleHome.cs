using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>A home in which no host runs, held for one command that changes it: no host can start meanwhile, and the journal has what was done.</summary>
internal sealed class IdleHome : IDisposable
{
    private readonly HostLock _lock;
    private readonly AuditJournal _journal;

    private IdleHome(HostLock held, AuditJournal journal) => (_lock, _journal) = (held, journal);

    /// <summary>The record of the home.</summary>
    public IJournal Journal => _journal;

    /// <summary>Takes the home.</summary>
    /// <exception cref="HomeException">A host runs in it.</exception>
    /// <exception cref="JournalException">The journal is broken.</exception>
    public static IdleHome Take(HomeFolder home)
    {
        HostLock held = HostLock.Take(home);
        try
        {
            AuditJournal journal = AuditJournal.Open(home.Audit, TimeProvider.System);
            return new IdleHome(held, journal);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Checks what an operator says to be known by.</summary>
    /// <exception cref="CapabilityException">It is wrong.</exception>
    public async Task CheckAsync((string Name, string Passphrase, string? Code) given, OperatorStore operators, CancellationToken cancellationToken)
    {
        using var login = new OperatorLogin(operators, new OperatorSessions(TimeProvider.System), Journal, TimeProvider.System);
        var caller = new Principal(CallerGate.CommandLineActor, Role.Analyst);
        await login.CheckAsync(given.Name, given.Passphrase, given.Code, caller, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _lock.Dispose();
    }
}
