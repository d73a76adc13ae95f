using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>
/// Keeps account, positions and orders of a terminal. What the terminal tells of a trade is held until the books that show it are there, so that
/// whoever hears of a deal finds its effect.
/// </summary>
/// <threadsafety>Written on the link's turn; read from any thread.</threadsafety>
internal sealed class BookKeeper
{
    private readonly DealMemory _deals = new();
    private List<TradeNote> _notes = [];
    private volatile TerminalBook? _book;
    private AccountFigures? _figures;
    private AccountSheet? _sheet;
    private IReadOnlyList<PositionRow> _positions = [];
    private bool _isAsking;
    private bool _isBehind;

    /// <summary>The books; null before the first.</summary>
    public TerminalBook? Book => _book;

    /// <summary>UTC instant of the newest deal that was seen; null before the first.</summary>
    public DateTime? NewestDeal => _deals.Newest;

    /// <summary>Told of trades, with books that show them, in order.</summary>
    public event Action<IReadOnlyList<TradeNote>, TerminalBook>? Traded;

    /// <summary>Forgets what a session was asked that has ended. What it told of trades stays: the next books show it.</summary>
    public void Begin() => (_isAsking, _isBehind) = (false, false);

    /// <summary>Takes money of the account that came by itself.</summary>
    public void See(AccountFigures figures)
    {
        _figures = figures;
        if (_book is { } book)
        {
            _book = book with { Figures = figures };
        }
    }

    /// <summary>Takes what happened, and asks for the books that show it.</summary>
    public void Take(TradeNote note, Session session)
    {
        if (note.Deal is null || _deals.Take(note.Deal))
        {
            _notes.Add(note);
        }

        Ask(session);
    }

    /// <summary>Takes deals of the history.</summary>
    /// <param name="deals">Deals, oldest first.</param>
    /// <param name="areNews">Whether those that were not seen have happened unheard; false for what was before this host knew the account.</param>
    public void Take(IEnumerable<DealRow> deals, bool areNews)
    {
        foreach (DealRow deal in deals)
        {
            if (_deals.Take(deal) && areNews)
            {
                _notes.Add(TradeNote.Of(deal));
            }
        }
    }

    /// <summary>Asks for the books; while an answer is on its way, once more after it.</summary>
    public void Ask(Session session)
    {
        if (_isAsking)
        {
            _isBehind = true;
            return;
        }

        // Three answers in a row, with nothing of this host in between: they are of one moment, or a note of what changed follows them.
        _isAsking = true;
        Post(session, "account", answer => (_figures, _sheet) = (AccountFigures.Of(answer), AccountSheet.Of(answer)));
        Post(session, "positions", answer => _positions = [.. answer.Rows().EnumerateArray().Select(PositionRow.Of)]);
        Post(session, "orders", answer => Complete([.. answer.Rows().EnumerateArray().Select(OrderRow.Of)], session));
    }

    private static void Post(Session session, string op, Action<JsonElement> apply) => session.Post(
        op,
        null,
        answer =>
        {
            using (answer)
            {
                apply(answer.Ok ? answer.Body : throw new ProtocolException($"{op} was refused: {RefusedException.Of(answer.Body).Reason}"));
            }
        },
        _ => { });

    private void Complete(IReadOnlyList<OrderRow> orders, Session session)
    {
        var book = new TerminalBook(_figures!, _sheet!, _positions, orders);
        _book = book;
        _isAsking = false;
        if (_isBehind)
        {
            _isBehind = false;
            Ask(session);
            return;
        }

        List<TradeNote> notes = _notes;
        _notes = [];
        Traded?.Invoke(notes, book);
    }
}
