using OpenTrading.Kernel.Sessions;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>
/// Looks for the drop file and lets the kill level have its effects, as long as there is something left to cancel or close: also after a restart, and
/// again after a refusal, 1, 2, 4 up to 60 seconds later.
/// </summary>
/// <param name="kill">The emergency stop.</param>
/// <param name="desk">The account.</param>
/// <param name="mailbox">Whose turn it is.</param>
/// <param name="wall">The wall clock.</param>
public sealed class KillWatch(KillSwitch kill, TradingDesk desk, Mailbox mailbox, TimeProvider wall)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private TimeSpan _wait = TimeSpan.Zero;

    /// <summary>Looks once. To be called every second, by one thread at a time.</summary>
    public void Look()
    {
        kill.Poll();
        DateTimeOffset now = wall.GetUtcNow();
        int level = kill.Level;
        if (level < 2)
        {
            _wait = TimeSpan.Zero;
            return;
        }

        if (now < _next)
        {
            return;
        }

        bool isDone = mailbox.Do(() =>
        {
            KillEffects.Take(level, desk, now);
            return KillEffects.IsUnderWay(level, desk);
        });
        _wait = isDone ? TimeSpan.Zero : _wait == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : _wait * 2 < Longest ? _wait * 2 : Longest;
        _next = now + _wait;
    }
}
