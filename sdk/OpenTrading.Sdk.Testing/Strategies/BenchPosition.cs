using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Strategies;

/// <summary>One position that follows the signals of a strategy: rough fills at the close, enough for a strategy to manage what it opened.</summary>
internal sealed class BenchPosition(Instrument instrument)
{
    private readonly Position[] _open = new Position[1];
    private long _tickets;

    public IReadOnlyList<Position> Open { get; private set; } = [];

    private Position? Current => Open.Count > 0 ? _open[0] : null;

    /// <summary>Closes what the bar's range takes out.</summary>
    public void Mark(in Bar bar)
    {
        if (Current is not { } position)
        {
            return;
        }

        decimal high = instrument.ToPrice(bar.High);
        decimal low = instrument.ToPrice(bar.Low);
        bool isOut = position.Side == OrderSide.Buy
            ? low <= position.StopLoss || high >= position.TakeProfit
            : high >= position.StopLoss || low <= position.TakeProfit;
        if (isOut)
        {
            Open = [];
        }
    }

    public void Take(Signal signal, in Bar bar)
    {
        if (signal.Action == SignalAction.Exit)
        {
            Open = [];
            return;
        }

        OrderSide side = signal.Action == SignalAction.Buy ? OrderSide.Buy : OrderSide.Sell;
        if (signal.Entry == OrderType.Market && Current?.Side != side)
        {
            decimal price = instrument.ToPrice(bar.Close);
            Hold(new Position(
                ++_tickets, instrument.Symbol, side, instrument.VolumeMin, price, bar.Time, Price(signal.Stop, price, -(int)side), Price(signal.Target, price, (int)side)));
        }
    }

    public void Take(ManageIntent intent)
    {
        switch (intent)
        {
            case MoveStop move when move.Ticket == Current?.Ticket:
                Hold(Current with { StopLoss = Price(move.Stop) ?? Current.StopLoss, TakeProfit = Price(move.Target) ?? Current.TakeProfit });
                break;
            case ClosePart part when part.Ticket == Current?.Ticket && part.Fraction >= 1:
                Open = [];
                break;
        }
    }

    private void Hold(Position position)
    {
        _open[0] = position;
        Open = _open;
    }

    private decimal? Price(Level? level, decimal entry, int direction) => level switch
    {
        null => null,
        { IsDistance: true } distance => double.IsFinite(distance.Value) ? entry + (direction * (decimal)distance.Value * instrument.Point) : null,
        { } absolute => Price(absolute.Value),
    };

    // A level that is no number is the business of the test about sound numbers, not of the one that happens to run first.
    private decimal? Price(double? level) => level is > 0 and < 1e9 ? instrument.ToPrice(level.Value) : null;
}
