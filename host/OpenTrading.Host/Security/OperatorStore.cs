using System.Text.RegularExpressions;

namespace OpenTrading.Host.Security;

/// <summary>
/// The operators of a home, in <c>keys/operators.json</c>. Read anew for every question: it is asked a few times a day, and so an operator made
/// beside a running host can log in at once.
/// </summary>
internal sealed partial class OperatorStore(string path)
{
    private readonly Lock _changing = new();
    private readonly KeyFile<OperatorAccount> _file = new(path);

    /// <summary>All operators.</summary>
    /// <exception cref="Home.HomeException">The file is damaged.</exception>
    public IReadOnlyList<OperatorAccount> All => _file.Read();

    /// <summary>The operator of a name; null when there is none.</summary>
    public OperatorAccount? Find(string name) => All.FirstOrDefault(o => o.Name == name);

    /// <summary>Adds an operator.</summary>
    /// <exception cref="FormatException">The name is none, or taken.</exception>
    public void Add(OperatorAccount account)
    {
        lock (_changing)
        {
            RefuseName(account.Name);
            _file.Write([.. All, account]);
        }
    }

    /// <summary>Checks that a new operator can have a name.</summary>
    /// <exception cref="FormatException">It is none, or taken.</exception>
    public void RefuseName(string name)
    {
        if (!ProperName().IsMatch(name))
        {
            throw new FormatException($"'{name}' is no name of an operator; use 1 to 32 of a-z 0-9 . _ -");
        }

        if (Find(name) is not null)
        {
            throw new FormatException($"operator '{name}' exists already; choose another name with --name.");
        }
    }

    /// <summary>Takes a one-time code: each step is accepted once, also after a restart.</summary>
    public bool TakeCode(string name, string code, DateTimeOffset now)
    {
        lock (_changing)
        {
            if (Find(name) is not { TotpKey: { } key } account || Totp.Match(Convert.FromBase64String(key), code, now, account.TotpStep) is not { } step)
            {
                return false;
            }

            _file.Write([.. All.Select(o => o.Name == name ? o with { TotpStep = step } : o)]);
            return true;
        }
    }

    [GeneratedRegex(@"\A[a-z0-9._-]{1,32}\z")]
    private static partial Regex ProperName();
}
