using System.Reflection;
using System.Runtime.CompilerServices;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Risk.Gate;

public sealed class ApprovedOrderTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Type_IsSealedAndNoRecord()
    {
        Assert.True(typeof(ApprovedOrder).IsSealed);
        Assert.DoesNotContain(typeof(ApprovedOrder).GetMethods(Any), m => m.Name.Contains("Clone", StringComparison.Ordinal) && m.Name != "MemberwiseClone");
        Assert.Empty(typeof(ApprovedOrder).GetInterfaces());
    }

    [Fact]
    public void Constructors_AreInternalToTheGatesAssembly()
    {
        Assert.All(typeof(ApprovedOrder).GetConstructors(Any).Where(c => !c.IsStatic), c => Assert.True(c.IsAssembly));
        Assert.Equal(typeof(RiskGate).Assembly, typeof(ApprovedOrder).Assembly);
        Assert.Empty(typeof(ApprovedOrder).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>());
    }

    [Fact]
    public void Properties_CannotBeSet() => Assert.All(typeof(ApprovedOrder).GetProperties(Any), p => Assert.Null(p.SetMethod));

    [Fact]
    public void TryConsume_Twice_SucceedsOnce()
    {
        ApprovedOrder approved = Mint();

        Assert.True(approved.TryConsume(Scene.Now));
        Assert.False(approved.TryConsume(Scene.Now));
    }

    [Fact]
    public void TryConsume_64RacingThreads_SucceedsForExactlyOne()
    {
        const int threads = 64;
        for (int round = 0; round < 50; round++)
        {
            ApprovedOrder approved = Mint();
            int consumed = 0;
            using var start = new Barrier(threads);
            Thread[] racers =
            [
                .. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
                {
                    start.SignalAndWait();
                    if (approved.TryConsume(Scene.Now))
                    {
                        Interlocked.Increment(ref consumed);
                    }
                })),
            ];
            Array.ForEach(racers, r => r.Start());
            Array.ForEach(racers, r => r.Join());

            Assert.Equal(1, consumed);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(4999, true)]
    [InlineData(5000, false)]
    [InlineData(5001, false)]
    public void TryConsume_AfterMilliseconds_WorksForFiveSeconds(int milliseconds, bool expected) =>
        Assert.Equal(expected, Mint().TryConsume(Scene.Now.AddMilliseconds(milliseconds)));

    [Fact]
    public void TryConsume_TooLate_DoesNotUseItUp()
    {
        ApprovedOrder approved = Mint();

        Assert.False(approved.TryConsume(approved.ExpiresAt));
        Assert.True(approved.TryConsume(approved.ExpiresAt.AddTicks(-1)));
    }

    private static ApprovedOrder Mint() => new RiskGate([RuleStub.Passing.Bind()], new MintLedger())
        .Approve(Scene.Context with { Stage = GateStage.Final }, new ApprovalStamp("o-1", "hash", "test000000000001", Scene.Now), out _)!;
}
