using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Security;

/// <summary>Who may reach a host: its tokens, its operators and their sessions.</summary>
internal sealed class HostSecurity : IDisposable
{
    private readonly HostConfiguration _configuration;
    private readonly HomeFolder _home;
    private readonly IJournal _journal;
    private readonly TimeProvider _time;
    private readonly Lock _opening = new();
    private LocalToken? _local;
    private CallerGate? _gate;

    /// <summary>Reads the credentials of a home.</summary>
    /// <exception cref="HomeException">A file of them is damaged.</exception>
    public HostSecurity(HostConfiguration configuration, HomeFolder home, IJournal journal, TimeProvider time)
    {
        (_configuration, _home, _journal, _time) = (configuration, home, journal, time);
        Tokens = new TokenStore(home.Tokens, time);
        Sessions = new OperatorSessions(time);
        Login = new OperatorLogin(new OperatorStore(home.Operators), Sessions, journal, time);
    }

    /// <summary>Tokens of machines and AI clients.</summary>
    public TokenStore Tokens { get; }

    /// <summary>Operators who are logged in.</summary>
    public OperatorSessions Sessions { get; }

    /// <summary>Where operators log in.</summary>
    public OperatorLogin Login { get; }

    /// <summary>The gate of all HTTP faces. The first one that asks also makes the token by which commands of this user find in.</summary>
    public CallerGate OpenGate()
    {
        lock (_opening)
        {
            if (_local is null)
            {
                // What the last run left behind opens nothing any more.
                SessionFile.Delete(_home);
                _local = LocalToken.Publish(_home);
            }

            return _gate ??= new CallerGate(this, new AllowedHosts(_configuration.Security.AllowedHosts), _configuration.Security.RequireAuth, _local, _journal, _time);
        }
    }

    public void Dispose()
    {
        _local?.Dispose();
        Login.Dispose();
    }
}
