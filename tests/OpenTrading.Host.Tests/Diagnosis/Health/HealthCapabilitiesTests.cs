using OpenTrading.Host.Diagnosis.Health;
using OpenTrading.Host.Tests.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Risk;

namespace OpenTrading.Host.Tests.Diagnosis.Health;

public class HealthCapabilitiesTests
{
    [Theory]
    [InlineData("Ok", "Ok", "Ok", "All 2 parts are well; mode paper, kill level 1.")]
    [InlineData("Ok", "Degraded", "Degraded", "The host is degraded: disk: full.")]
    [InlineData("Down", "Degraded", "Down", "The host is down: journal: broken.; disk: full.")]
    public void Health_OfItsParts_IsThatOfTheWorst(string journal, string disk, string expected, string summary)
    {
        var clock = new ManualClock();
        var capabilities = new HealthCapabilities(
            () => [new ComponentHealth("journal", Enum.Parse<HealthStatus>(journal), "broken."), new ComponentHealth("disk", Enum.Parse<HealthStatus>(disk), "full.")],
            new HealthFlags(false, true, false, true),
            new AccessMode(DataOnly: false),
            new Kill(),
            clock);
        clock.Pass(TimeSpan.FromSeconds(90));

        HealthResult health = capabilities.Health();

        Assert.Equal((expected, summary, "paper", 1), (health.Status.ToString(), health.Summary, health.Mode, health.KillLevel));
        Assert.Equal(new HealthFlags(false, true, false, true), health.Flags);
        Assert.Equal(90, health.UptimeS);
        Assert.Matches(@"^\d+\.\d+\.\d+$", health.Version);
    }

    private sealed class Kill : IKillLevel
    {
        public int Level => 1;
    }
}
