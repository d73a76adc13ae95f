using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Kernel.Orders;

/// <summary>Waits for what a broker makes of orders.</summary>
internal static class OrderWait
{
    /// <summary>Waits a little for orders to be as wanted. Their states tell what became of them, also when the time was too short.</summary>
    /// <param name="router">Where results come back.</param>
    /// <param name="turn">Whose turn it is to touch the account.</param>
    /// <param name="isDone">Whether there is nothing to wait for any more; asked within the account's turn.</param>
    /// <param name="patience">How long.</param>
    /// <param name="time">By whose clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task ForAsync(OrderRouter router, Mailbox turn, Func<bool> isDone, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(Order? changed)
        {
            if (isDone())
            {
                settled.TrySetResult();
            }
        }

        void Dealt(ExecutionReport report, Order? order) => Look(order);
        turn.Do(() =>
        {
            router.Dealt += Dealt;
            router.Ended += Look;
            router.Lost += Look;
            Look(null);
        });
        try
        {
            await settled.Task.WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The answer says how far they are.
        }
        finally
        {
            turn.Do(() =>
            {
                router.Dealt -= Dealt;
                router.Ended -= Look;
                router.Lost -= Look;
            });
        }
    }
}
