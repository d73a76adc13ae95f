using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Orders;

/// <summary>The simulated account trades without a human.</summary>
internal sealed class PaperTerms : IDeskTerms
{
    public static readonly PaperTerms Instance = new();

    public string Environment => "paper";

    public bool SharesFate => true;

    public string? Exempt(Order order) => "paper account";

    public ApprovalState? ApprovalOf(Order order) => null;
}
