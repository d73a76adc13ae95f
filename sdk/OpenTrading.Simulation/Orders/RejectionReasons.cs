namespace OpenTrading.Simulation.Orders;

/// <summary>Names of rejection reasons in reports and journals.</summary>
public static class RejectionReasons
{
    /// <summary>The stable code of a reason, such as <c>margin</c>.</summary>
    public static string Text(this RejectionReason reason) => reason switch
    {
        RejectionReason.Volume => "volume",
        RejectionReason.Margin => "margin",
        RejectionReason.PositionGone => "position gone",
        _ => "no conversion rate",
    };
}
