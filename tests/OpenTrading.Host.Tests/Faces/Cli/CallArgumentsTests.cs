using System.Text.Json;
using OpenTrading.Host.Faces.Cli;

namespace OpenTrading.Host.Tests.Faces.Cli;

public class CallArgumentsTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("--symbol EURUSD --count 5", """{"symbol":"EURUSD","count":"5"}""")]
    [InlineData("--symbol=EURUSD --stop-loss=-1", """{"symbol":"EURUSD","stopLoss":"-1"}""")]
    [InlineData("--include-forming --symbol EURUSD", """{"includeForming":"true","symbol":"EURUSD"}""")]
    [InlineData("--include_forming false", """{"includeForming":"false"}""")]
    [InlineData("--kinds swing --kinds pivot", """{"kinds":["swing","pivot"]}""")]
    [InlineData("--price -5", """{"price":"-5"}""")]
    [InlineData("--note a=b", """{"note":"a=b"}""")]
    [InlineData("--note=a=b", """{"note":"a=b"}""")]
    public void Read_Tokens_AreArgumentsByName(string tokens, string arguments) =>
        Assert.Equal(arguments, JsonSerializer.Serialize(CallArguments.Read(tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("--symbol EURUSD H1")]
    public void Read_ValueOfNoParameter_IsRefused(string tokens) => Assert.Throws<FormatException>(() => CallArguments.Read(tokens.Split(' ')));
}
