using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>Forms of the bodies of the mt4 tools.</summary>
public static class Mt4Shapes
{
    private const string Number = """{"type":"number"}""";
    private const string Whole = """{"type":"integer"}""";
    private const string Text = """{"type":"string"}""";
    private const string Done = """{"const":true}""";

    /// <summary>Of <c>mt4_get_account</c>.</summary>
    public sealed class Account : Shape
    {
        /// <inheritdoc/>
        public override string Schema => Of(
            ("balance", Number), ("equity", Number), ("margin", Number), ("freeMargin", Number), ("marginLevel", Number), ("profit", Number), ("currency", Text), ("leverage", Whole),
            ("name", Text), ("server", Text), ("company", Text));
    }

    /// <summary>Of <c>mt4_get_positions</c>.</summary>
    public sealed class Positions : Shape
    {
        /// <inheritdoc/>
        public override string Schema => Of(
            ("positions", $$"""
            {"type":"array","items":{{Object(
                ("ticket", Whole), ("symbol", Text), ("type", """{"enum":["buy","sell"]}"""), ("lots", Number), ("openPrice", Number), ("currentPrice", Number), ("stopLoss", Number),
                ("takeProfit", Number), ("profit", Number), ("swap", Number), ("openTime", Text), ("magic", Whole), ("comment", Text))}}}
            """),
            ("totalProfit", Number),
            ("count", Whole));
    }

    /// <summary>Of <c>mt4_get_quote</c>.</summary>
    public sealed class Quote : Shape
    {
        /// <inheritdoc/>
        public override string Schema => Of(("symbol", Text), ("bid", Number), ("ask", Number), ("spread", Number), ("timestamp", Text));
    }

    /// <summary>Of <c>mt4_execute_trade</c>.</summary>
    public sealed class Trade : Shape
    {
        /// <inheritdoc/>
        public override string Schema => Of(
            ("success", Done), ("ticket", Whole), ("message", Text), ("symbol", Text), ("action", """{"enum":["buy","sell"]}"""), ("lots", Number));
    }

    /// <summary>Of <c>mt4_close_position</c> and <c>mt4_modify_position</c>.</summary>
    public sealed class Change : Shape
    {
        /// <inheritdoc/>
        public override string Schema => Of(("success", Done), ("ticket", Whole), ("message", Text));
    }

    /// <summary>What all of them share: how they refuse.</summary>
    public abstract class Shape : IRawShape
    {
        /// <inheritdoc/>
        public abstract string Schema { get; }

        /// <inheritdoc/>
        public RawResult Render(CapabilityException refusal) => Mt4Refusals.Render(refusal);

        /// <summary>The schema of a body whose data has these members.</summary>
        private protected static string Of(params (string Name, string Schema)[] data) => Object(("success", Done), ("data", Object(data)));

        /// <summary>The schema of an object with these members, all of them required.</summary>
        private protected static string Object(params (string Name, string Schema)[] members) =>
            $$"""{"type":"object","properties":{{{string.Join(',', members.Select(m => $"\"{m.Name}\":{m.Schema}"))}}},"required":[{{string.Join(',', members.Select(m => $"\"{m.Name}\""))}}]}""";
    }
}
