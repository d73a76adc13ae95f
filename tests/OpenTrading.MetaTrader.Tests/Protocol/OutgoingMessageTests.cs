using System.Text;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Tests.Protocol;

public class OutgoingMessageTests
{
    [Fact]
    public void ToLine_Request_IsOneFlatObjectWithoutExponents()
    {
        OutgoingMessage message = OutgoingMessage.Request(7, "send").With("symbol", "EUR\"USD\n").With("price", 0.00001m).With("volume", 1.50m)
            .WithOptional("sl", null).WithOptional("tp", 1.2m);

        Assert.Equal("{\"id\":7,\"op\":\"send\",\"symbol\":\"EUR\\u0022USD\\n\",\"price\":0.00001,\"volume\":1.50,\"tp\":1.2}\n", Encoding.UTF8.GetString(message.ToLine().Span));
    }
}
