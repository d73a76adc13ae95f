namespace OpenTrading.Kernel.Orders;

/// <summary>An order was to take a step that its life does not permit.</summary>
public sealed class IllegalTransitionException(string orderId, OrderState from, OrderState to)
    : InvalidOperationException($"Order {orderId} is {from} and cannot become {to}; trading stops until an operator has looked.");
