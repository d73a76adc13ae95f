namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>
/// Looks for the drop file and lets the kill level have its effects on every account, as long as there is something left to cancel or close: also after a
/// restart, and again after a refusal, 1, 2, 4 up to 60 seconds later.
/// </summary>
/// <param name="kill">The emergency stop.</param>
/// <param name="accounts">The accounts there are now.</param>
/// <param name="wall">The wall clock.</param>
public sealed class KillWatch(KillSwitch kill, Func<IEnumerable<SwitchedAccount>> accounts, TimeProvider wall)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, (DateTimeOffset Next, TimeSpan Wait)> _next = new(StringComparer.Ordinal);
    private int _level;

    /// <summary>Looks once. To be called every second, by one thread at a time.</summary>
    public void Look()
    {
        kill.Poll();
        int level = kill.Level;
        if (level == 0)
        {
            _level = 0;
            _next.Clear();
            return;
        }

        bool isNew = level > _level;
        _level = level;
        foreach (SwitchedAccount account in accounts())
        {
            // However it was thrown, what was approved before is void.
            if (isNew)
            {
                account.Turn.Do(account.Void);
            }

            FarBrakes.Pull(kill, account);
            if (level >= 2)
            {
                Take(account, level);
            }
        }
    }

    private void Take(SwitchedAccount account, int level)
    {
        DateTimeOffset now = wall.GetUtcNow();
        (DateTimeOffset next, TimeSpan wait) = _next.GetValueOrDefault(account.Login);
        if (now < next)
        {
            return;
        }

        bool isDone = account.Turn.Do(() =>
        {
            KillEffects.Take(level, account, now);
            return KillEffects.IsUnderWay(level, account);
        });
        wait = isDone ? TimeSpan.Zero : wait == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : wait * 2 < Longest ? wait * 2 : Longest;
        _next[account.Login] = (now + wait, wait);
    }
}
