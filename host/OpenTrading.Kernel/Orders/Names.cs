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

    /// <summary>The state in lower case, words joined by underscores: <c>awaiting_approval</c>.</summary>
    public static string Of(OrderState state) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>The side of a written name.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static OrderSide Side(string name) => Read(name, Enum.GetValues<OrderSide>(), Of);

    /// <summary>The type of a written name.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static OrderType Type(string name) => Read(name, Enum.GetValues<OrderType>(), Of);

    /// <summary>The kind of a written name.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static OrderKind Kind(string name) => Read(name, Enum.GetValues<OrderKind>(), Of);

    /// <summary>The reason of a written name.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static FillReason Reason(string name) => Read(name, Enum.GetValues<FillReason>(), Of);

    /// <summary>The class of a letter.</summary>
    /// <exception cref="FormatException">There is none of that letter.</exception>
    public static OrderClass Class(string letter) =>
        Read(letter, [OrderClass.Entry, OrderClass.Raise, OrderClass.Tighten, OrderClass.Reduce, OrderClass.Close], Of);

    private static T Read<T>(string name, T[] values, Func<T, string> of)
    {
        foreach (T value in values)
        {
            if (of(value) == name)
            {
                return value;
            }
        }

        throw new FormatException($"'{name}' is no {typeof(T).Name}; it must be one of {string.Join(", ", values.Select(of))}.");
    }
}
