namespace OpenTrading.Kernel.Orders;

/// <summary>An idempotency key came again with another proposal. The first one stands untouched.</summary>
public sealed class IdempotencyConflictException(string key, string orderId)
    : InvalidOperationException($"Idempotency key '{key}' already stands for another proposal, order {orderId}; use a new key.");
