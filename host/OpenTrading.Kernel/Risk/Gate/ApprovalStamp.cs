namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>Identity under which an order may leave the host.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderHash">Hash of its canonical form, lower-case hex.</param>
/// <param name="ClientOrderId">16 characters [0-9a-z], never reused.</param>
/// <param name="Now">UTC instant of the approval.</param>
public sealed record ApprovalStamp(string OrderId, string OrderHash, string ClientOrderId, DateTime Now);
