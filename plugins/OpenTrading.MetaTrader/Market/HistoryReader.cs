using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>Reads bars and ticks off a terminal, page by page.</summary>
/// <param name="time">The broker's reckoning of time.</param>
/// <param name="wall">The machine's clock.</param>
internal sealed class HistoryReader(BrokerTime time, TimeProvider wall)
{
    private const int PageSize = 5000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(250);

    /// <summary>Closed bars by opening time, oldest first. What is no bar is left out.</summary>
    /// <param name="terminal">Which terminal.</param>
    /// <param name="brokerSymbol">Broker's name of the symbol.</param>
    /// <param name="timeframe">A timeframe that the terminal has.</param>
    /// <param name="from">First opening time, UTC, inclusive.</param>
    /// <param name="to">End of the opening times, UTC, exclusive.</param>
    /// <param name="cancellationToken">Ends it between two pages.</param>
    /// <exception cref="IOException">The link ended.</exception>
    /// <exception cref="TimeoutException">The terminal did not answer.</exception>
    /// <exception cref="RefusedException">The terminal has no such series.</exception>
    public async Task<List<Bar>> ReadBarsAsync(Terminal terminal, string brokerSymbol, Timeframe timeframe, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        Session session = terminal.Require();
        SymbolSheet sheet = await terminal.Symbols.ReadAsync(session, brokerSymbol, cancellationToken).ConfigureAwait(false);
        TimeSpan offset = terminal.Offset;
        decimal point = sheet.Instrument.Point;
        var bars = new List<Bar>();
        await ReadAsync(
            session,
            "bars",
            m => m.With("symbol", brokerSymbol).With("tf", timeframe.ToString())
                .With("from", Math.Max(1, UnixTime.AtOrAfter(time.FromUtc(from, offset)))).With("to", UnixTime.AtOrAfter(time.FromUtc(to, offset))),
            row =>
            {
                Bar bar = BarRow.Of(row).ToBar(time, offset, point);
                if (bar.IsSound && bar.Time >= from && bar.Time < to && (bars.Count == 0 || bars[^1].Time < bar.Time))
                {
                    bars.Add(bar);
                }
            },
            cancellationToken).ConfigureAwait(false);
        return bars;
    }

    /// <summary>Ticks by time, oldest first. What is no tick is left out.</summary>
    /// <param name="terminal">Which terminal.</param>
    /// <param name="brokerSymbol">Broker's name of the symbol.</param>
    /// <param name="from">First time, UTC, inclusive.</param>
    /// <param name="to">End, UTC, exclusive.</param>
    /// <param name="cancellationToken">Ends it between two pages.</param>
    /// <exception cref="IOException">The link ended.</exception>
    /// <exception cref="TimeoutException">The terminal did not answer.</exception>
    /// <exception cref="RefusedException">The terminal has no ticks.</exception>
    public async Task<List<Tick>> ReadTicksAsync(Terminal terminal, string brokerSymbol, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var ticks = new List<Tick>();
        TimeSpan offset = terminal.Offset;
        await ReadAsync(
            terminal.Require(),
            "ticks",
            m => m.With("symbol", brokerSymbol)
                .With("from", Math.Max(1, UnixTime.AtOrAfter(time.FromUtc(from, offset)))).With("to", UnixTime.AtOrAfter(time.FromUtc(to, offset))),
            row =>
            {
                var tick = new Tick(time.ToUtc(UnixTime.From(row.Whole(0)), offset), row.Price(1), row.Price(2), row.Price(3), row.Price(4));
                if (tick.IsSound && (ticks.Count == 0 || ticks[^1].Time <= tick.Time))
                {
                    ticks.Add(tick);
                }
            },
            cancellationToken).ConfigureAwait(false);
        return ticks;
    }

    private async Task ReadAsync(Session session, string op, Action<OutgoingMessage> fill, Action<JsonElement> take, CancellationToken cancellationToken)
    {
        string cursor = "";
        long since = wall.GetTimestamp();
        while (true)
        {
            string at = cursor;
            using Answer answer = (await session.AskAsync(
                op,
                m =>
                {
                    fill(m);
                    m.With("limit", PageSize).With("cursor", at);
                },
                Patience,
                cancellationToken).ConfigureAwait(false)).Require();
            int rows = answer.Body.Rows().GetArrayLength();
            foreach (JsonElement row in answer.Body.Rows().EnumerateArray())
            {
                take(row);
            }

            cursor = answer.Body.TextOr("cursor");
            since = rows > 0 ? wall.GetTimestamp() : since;
            if (answer.Body.Flag("pending"))
            {
                if (wall.GetElapsedTime(since) > Patience)
                {
                    throw new TimeoutException("the terminal is still downloading that history; ask again in a while");
                }

                await Task.Delay(BeforeRetry, wall, cancellationToken).ConfigureAwait(false);
            }
            else if (cursor.Length == 0)
            {
                return;
            }
            else if (cursor == at)
            {
                throw new ProtocolException($"{op} does not come to an end");
            }
        }
    }
}
