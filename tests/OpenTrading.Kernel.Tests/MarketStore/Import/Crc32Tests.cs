using OpenTrading.Kernel.MarketStore.Import;

namespace OpenTrading.Kernel.Tests.MarketStore.Import;

public sealed class Crc32Tests
{
    [Fact]
    public void Continue_InParts_EqualsTheCheckValue()
    {
        uint part = Crc32.Continue(0, "1234"u8);

        Assert.Equal(0xCBF43926u, Crc32.Continue(part, "56789"u8));
    }
}
