using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>How far requests are.</summary>
/// <param name="desks">The accounts.</param>
/// <param name="timelines">Their steps.</param>
public sealed class ExecutionCapabilities(LiveDesks desks, OrderTimelines timelines)
{
    /// <summary>How far a request is.</summary>
    [Capability("get_execution_status", "live", Effect.Read, "GET /live/requests/{requestId}", Errors = [ErrorCode.NotFound])]
    [Description("How far a request is: approval, sending, fills, with every step.")]
    public ExecutionResult GetExecutionStatus([Description("of request_live_order")] string requestId)
    {
        (LiveDesk desk, Order order) = desks.RequireOrder(requestId);
        return desk.Turn.Do(() =>
        {
            desk.Approvals.Lapse();
            return new ExecutionResult
            {
                Summary = order.FillPrice is { } price
                    ? string.Create(CultureInfo.InvariantCulture, $"{Names.Of(order.Outcome)}: {order.FilledVolume} lots at {price}.")
                    : $"{order.Standing}.",
                AsOf = desks.Setup.Wall.GetUtcNow().UtcDateTime,
                State = Names.Of(order.Outcome),
                Ticket = order.Ticket == 0 ? null : order.Ticket,
                FillPrice = order.FillPrice,
                FilledLots = order.FilledVolume == 0 ? null : order.FilledVolume,
                SlippagePoints = Slippage(desk, order),
                Timeline = timelines.Of(order.Id),
            };
        });
    }

    /// <summary>Fill price of an order against the price that its proposer saw, points; positive is worse.</summary>
    internal static decimal? Slippage(LiveDesk desk, Order order)
    {
        if (order.FillPrice is not { } filled || order.Intent.ReferencePrice <= 0)
        {
            return null;
        }

        try
        {
            decimal point = desk.Setup.Market.Resolve($"{desk.Link?.Name}:{order.Intent.Symbol}").Instrument.Point;
            return Math.Round((int)order.Intent.Side * (filled - order.Intent.ReferencePrice) / point, 1);
        }
        catch (CapabilityException)
        {
            return null;
        }
    }
}
