using System.Globalization;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>The kill level that an expert holds by itself: pulled by the host or by its own dead man's switch, let go by an operator alone.</summary>
/// <param name="terminal">The expert's terminal.</param>
/// <param name="notes">The record.</param>
internal sealed class TerminalBrake(Terminal terminal, Func<IJournalNotes> notes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private int _noted;

    /// <summary>Raises the level.</summary>
    /// <exception cref="IOException">The terminal is not connected, breaks off, or refuses.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public Task LatchAsync(int level, long seq, CancellationToken cancellationToken) => AskAsync("latch", m => m.With("level", level).With("seq", seq), cancellationToken);

    /// <summary>Lowers it to 0.</summary>
    /// <exception cref="IOException">The terminal is not connected, breaks off, or refuses.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public Task RearmAsync(long seq, CancellationToken cancellationToken) => AskAsync("rearm", m => m.With("seq", seq), cancellationToken);

    /// <summary>Writes the level down where it is another than before; the expert also changes it while nobody listens.</summary>
    public void Note()
    {
        int level = terminal.LatchLevel;
        if (Interlocked.Exchange(ref _noted, level) != level)
        {
            notes().Write(level > 0 ? "ea.latched" : "ea.rearmed", ("account", terminal.Account), ("level", level.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private async Task AskAsync(string op, Action<OutgoingMessage> fill, CancellationToken cancellationToken)
    {
        try
        {
            await terminal.Require().ApplyAsync(op, fill, terminal.SeeLatch, Patience).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RefusedException e)
        {
            throw new IOException(e.Reason, e);
        }

        Note();
    }
}
