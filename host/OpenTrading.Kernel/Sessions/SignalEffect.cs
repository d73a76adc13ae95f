using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>What a signal means for what is open: the same in backtest, paper and live.</summary>
internal static class SignalEffect
{
    /// <summary>
    /// An exit closes all and cancels what waits. An entry at the market first closes what is open against it, on a netted account in the same
    /// order; an entry without a size only closes.
    /// </summary>
    public static void Apply(Signal signal, ISignalBook book)
    {
        if (signal.Action == SignalAction.Exit)
        {
            CloseAll(book, against: null);
            book.CancelPendings();
            return;
        }

        OrderSide side = signal.Action == SignalAction.Buy ? OrderSide.Buy : OrderSide.Sell;
        bool sized = book.Size(side);
        if (signal.Entry == OrderType.Market)
        {
            // A netted account turns around in one order; two would leave it flat for a moment and pay twice.
            if (sized && book is { Mode: AccountMode.Netting, Count: > 0 } && book.SideOf(0) != side)
            {
                book.Enter(side, turning: 0);
                return;
            }

            CloseAll(book, against: side);
        }

        if (sized)
        {
            book.Enter(side, turning: null);
        }
    }

    private static void CloseAll(ISignalBook book, OrderSide? against)
    {
        for (int i = 0; i < book.Count; i++)
        {
            if (book.SideOf(i) != against)
            {
                book.Close(i);
            }
        }
    }
}
