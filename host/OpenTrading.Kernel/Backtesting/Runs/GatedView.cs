using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One view under the gate: its bars, and the session that decides on them.</summary>
/// <param name="session">The session, on the account that all of them share.</param>
/// <param name="bars">Its bars.</param>
/// <param name="tradeFrom">Opening time of the first bar that counts, UTC.</param>
internal sealed class GatedView(Session session, ViewBars bars, DateTime tradeFrom)
{
    public (string Strategy, DateTime Bar)? Calling => session.Calling is { } id ? (id, bars.Last) : null;

    public void Run(long now)
    {
        while (bars.Take(now, out Bar bar))
        {
            if (bar.Time < tradeFrom)
            {
                session.Warm(bar);
            }
            else
            {
                session.Think(bar, new DateTime(now, DateTimeKind.Utc));
            }
        }
    }
}
