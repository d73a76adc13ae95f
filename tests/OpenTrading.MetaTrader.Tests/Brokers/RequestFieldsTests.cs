using System.Text;
using OpenTrading.MetaTrader.Brokers;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.Brokers;

/// <summary>Orders in the words of the wire.</summary>
public sealed class RequestFieldsTests
{
    private static readonly OrderIntent Order = new()
    {
        Kind = OrderKind.Open, Symbol = "EURUSD", Side = OrderSide.Buy, Volume = 0.10m, StopLoss = 1.05m, ReferencePrice = 1.1m, Proposer = "host", IdempotencyKey = "k", Target = 7, Deviation = 5,
    };

    [Fact]
    public void Open_WithoutTarget_SaysNothingOfIt() => Assert.Equal(
        """{"id":1,"op":"send","cid":"c","beat":3,"symbol":"EURUSD.r","side":"buy","type":"market","volume":0.10,"sl":1.05,"deviation":5,"magic":9,"expiry":0}""", Line(Order));

    [Fact]
    public void ModifyPosition_WithoutTarget_RemovesIt() => Assert.Equal(
        """{"id":1,"op":"modify","cid":"c","beat":3,"ticket":7,"sl":1.05,"tp":0}""", Line(Order with { Kind = OrderKind.Modify }));

    [Fact]
    public void ModifyPending_NamesTheOrderAndKeepsItsExpiry() => Assert.Equal(
        """{"id":1,"op":"modify","cid":"c","beat":3,"order":7,"price":1.08,"sl":1.05,"tp":0,"expiry":1767600000000}""",
        Line(Order with { Kind = OrderKind.Modify, Price = 1.08m, Expiry = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc) }));

    [Fact]
    public void Close_NamesTicketAndVolume() => Assert.Equal("""{"id":1,"op":"close","cid":"c","beat":3,"ticket":7,"volume":0.10,"deviation":5}""", Line(Order with { Kind = OrderKind.Close }));

    [Fact]
    public void Cancel_NamesTheOrder() => Assert.Equal("""{"id":1,"op":"cancel","cid":"c","beat":3,"order":7}""", Line(Order with { Kind = OrderKind.Cancel }));

    private static string Line(OrderIntent order)
    {
        var message = OutgoingMessage.Request(1, RequestFields.Op(order.Kind));
        RequestFields.Write(message, new BrokerRequest("c", order), "EURUSD.r", 3, 9);
        return Encoding.UTF8.GetString(message.ToLine().Span).TrimEnd();
    }
}
