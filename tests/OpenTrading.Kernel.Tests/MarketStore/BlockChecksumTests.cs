using OpenTrading.Kernel.MarketStore;

namespace OpenTrading.Kernel.Tests.MarketStore;

public sealed class BlockChecksumTests
{
    [Fact]
    public void Of_PublishedVectors_IsCrc32C()
    {
        // RFC 3720, appendix B.4, and the usual check value.
        Assert.Equal(0x8A9136AAu, BlockChecksum.Of(new byte[32]));
        Assert.Equal(0xE3069283u, BlockChecksum.Of("123456789"u8));
        Assert.Equal(0u, BlockChecksum.Of([]));
    }
}
