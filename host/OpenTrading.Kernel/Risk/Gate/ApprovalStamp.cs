namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>Identity under which an order may leave the host.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderHash">Hash of its canonical form, lower-case hex.</param>
/// <param name="ClientOrderId">16 characters [0-9a-z], never reused.</param>
/// <param name="Now">UTC instant of the approval.</param>
/// <param name="Left">Time for which the word of a human is still good; null where none was needed.</param>
public sealed record ApprovalStamp(string OrderId, string OrderHash, string ClientOrderId, DateTime Now, TimeSpan? Left = null);
