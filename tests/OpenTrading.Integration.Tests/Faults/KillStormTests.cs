using System.Globalization;
using Xunit.Abstractions;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>
/// A host dies at every point of its journal and comes back to what is laid down for it. STORM_KILLS asks for more deaths, at points and moments of
/// STORM_SEED.
/// </summary>
public sealed class KillStormTests(ITestOutputHelper output)
{
    [FaultFact]
    public async Task Kill_AtEveryPointOfTheJournal_LeavesWhatIsLaidDown()
    {
        int kills = Number("STORM_KILLS", KillPoints.All.Count);
        int seed = Number("STORM_SEED", 20_260_105);
        output.WriteLine($"{kills} kills, STORM_SEED={seed}");
        var random = new Random(seed);
        await using FaultDesk desk = await FaultDesk.StartAsync();
        var storm = new KillStorm(desk);

        foreach (KillPoint point in KillPoints.All)
        {
            await storm.StrikeAsync(point);
        }

        for (int i = KillPoints.All.Count; i < kills; i++)
        {
            KillPoint point = KillPoints.All[random.Next(KillPoints.All.Count)];
            if (random.Next(2) == 0)
            {
                await storm.StrikeAsync(point);
            }
            else
            {
                await storm.StrikeAsync(point.Deed, TimeSpan.FromMilliseconds(random.Next(60)));
            }
        }

        Assert.Empty(KillPoints.All.Except(storm.Hit));
        Assert.Equal(0, await desk.VerifyAsync());
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
