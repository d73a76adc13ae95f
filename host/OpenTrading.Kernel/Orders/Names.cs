using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>The written names of trading terms, as they stand in journals and results.</summary>
public static class Names
{
    /// <summary><c>buy</c> or <c>sell</c>.</summary>
    public static string Of(OrderSide side) => side == OrderSide.Buy ? "buy" : "sell";

    /// <summary><c>market</c>, <c>limit</c>, <c>stop</c> or <c>stop_limit</c>.</summary>
    public static string Of(OrderType type) => type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => "limit",
        OrderType.Stop => "stop",
        _ => "stop_limit",
    };

    /// <summary><c>open</c>, <c>modify</c>, <c>close</c> or <c>cancel</c>.</summary>
    public static string Of(OrderKind kind) => kind switch
    {
        OrderKind.Open => "open",
        OrderKind.Modify => "modify",
        OrderKind.Close => "close",
        _ => "cancel",
    };

    /// <summary>Letter of the class: <c>E</c>, <c>M+</c>, <c>M-</c>, <c>R</c> or <c>C</c>.</summary>
    public static string Of(OrderClass orderClass) => orderClass switch
    {
        OrderClass.Entry => "E",
        OrderClass.Raise => "M+",
        OrderClass.Tighten => "M-",
        OrderClass.Reduce => "R",
        _ => "C",
    };

    /// <summary><c>open</c>, <c>close</c>, <c>reverse</c>, <c>sl</c>, <c>tp</c>, <c>stopout</c> or <c>end</c>.</summary>
    public static string Of(FillReason reason) => reason switch
    {
        FillReason.Open => "open",
        FillReason.Close => "close",
        FillReason.Reverse => "reverse",
        FillReason.StopLoss => "sl",
        FillReason.TakeProfit => "tp",
        FillReason.StopOut => "stopout",
        _ => "end",
    };

    /// <summary><c>pass</c>, <c>reduce</c>, <c>reject</c> or <c>not_applicable</c>.</summary>
    public static string Of(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Pass => "pass",
        RuleOutcome.Reduce => "reduce",
        RuleOutcome.Reject => "reject",
        _ => "not_applicable",
    };
}
