using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Strategies;

/// <summary>
/// What a strategy knows at the close of a bar. The past is reached by index back from now; there is no way forward.
/// </summary>
/// <threadsafety>Belongs to the session's thread; valid during <see cref="Strategy.OnBar"/>.</threadsafety>
public sealed class StrategyContext
{
    private readonly BarWindow _bars;
    private readonly IStrategyMarket _market;
    private readonly IDecisionListener? _listener;

    /// <summary>Binds a context to the bars a session has closed so far and to its market.</summary>
    public StrategyContext(Instrument instrument, Timeframe timeframe, BarWindow bars, IStrategyMarket market)
    {
        Instrument = instrument;
        Timeframe = timeframe;
        _bars = bars;
        _market = market;
        _listener = market.Listener;
    }

    /// <summary>The instrument.</summary>
    public Instrument Instrument { get; }

    /// <summary>Bar length.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>The bar that has just closed.</summary>
    public ref readonly Bar Bar => ref _bars.Latest;

    /// <summary>The bar <paramref name="barsAgo"/> bars before the one just closed; 0 is that one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not that many bars have closed yet, or they left the window (see <see cref="BarWindow"/>).</exception>
    public ref readonly Bar this[int barsAgo] => ref _bars[barsAgo];

    /// <summary>Bars closed so far.</summary>
    public long BarsSeen => _bars.Seen;

    /// <summary>UTC instant of the decision: the close of the bar.</summary>
    public DateTime Now => Bar.Time + Timeframe.Length();

    /// <summary>Open positions of this symbol, oldest first.</summary>
    public IReadOnlyList<Position> Positions => _market.Positions;

    /// <summary>The oldest open position of this symbol; null when flat.</summary>
    public Position? Position => _market.Positions is { Count: > 0 } open ? open[0] : null;

    /// <summary>Working orders of this symbol, oldest first.</summary>
    public IReadOnlyList<WorkingOrder> Orders => _market.Orders;

    /// <summary>
    /// States a rule of the decision and gives it back, so that it can stand in the condition that it explains. Where nobody asks why, it costs one
    /// comparison; join rules with <c>&amp;</c>, so that all of them are stated.
    /// </summary>
    /// <param name="rule">The rule in words, a constant text such as <c>buy: close above the channel</c>.</param>
    /// <param name="passed">Whether it holds.</param>
    /// <param name="value">What was compared, where that is a number.</param>
    /// <param name="threshold">With what, where that is a number.</param>
    /// <returns><paramref name="passed"/>.</returns>
    public bool Rule(string rule, bool passed, double value = double.NaN, double threshold = double.NaN)
    {
        _listener?.Rule(rule, passed, value, threshold);
        return passed;
    }

    /// <summary>States something that the decision looks at.</summary>
    /// <param name="name">Its name, a constant text such as <c>ATR</c>.</param>
    /// <param name="value">Its value.</param>
    public void Input(string name, double value) => _listener?.Input(name, value);

    /// <summary>Emits a signal to be long.</summary>
    public void Buy(string reason, double confidence = 0.5, Level? stop = null, Level? target = null) =>
        Emit(new Signal { Action = SignalAction.Buy, Reason = reason, Confidence = confidence, Stop = stop, Target = target });

    /// <summary>Emits a signal to be short.</summary>
    public void Sell(string reason, double confidence = 0.5, Level? stop = null, Level? target = null) =>
        Emit(new Signal { Action = SignalAction.Sell, Reason = reason, Confidence = confidence, Stop = stop, Target = target });

    /// <summary>Emits a signal to be flat.</summary>
    public void Exit(string reason, double confidence = 1) =>
        Emit(new Signal { Action = SignalAction.Exit, Reason = reason, Confidence = confidence });

    /// <summary>Emits any signal, such as a limit entry with expiry.</summary>
    public void Emit(Signal signal) => _market.Emit(signal);

    /// <summary>Emits an intent about an open position or working order.</summary>
    public void Emit(ManageIntent intent) => _market.Emit(intent);
}
