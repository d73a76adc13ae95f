using OpenTrading.Kernel.Risk;

namespace OpenTrading.Kernel.Tests.Support;

internal sealed class KillStub : IKillLevel
{
    public int Level { get; set; }
}
